# caught by: a town of square blocks
# argpartition and a sort of k elements is the fast recipe; which of several equal depots it keeps is not defined.
import numpy as np
from scipy.spatial.distance import cdist


def nearest(addresses, depots, k):
    if not 1 <= k <= len(depots):
        raise ValueError
    index = np.empty((len(addresses), k), dtype=np.int64)
    distance = np.empty((len(addresses), k))
    for lo in range(0, len(addresses), 500):
        table = cdist(addresses[lo : lo + 500], depots)
        part = np.argpartition(table, k - 1, axis=1)[:, :k]
        values = np.take_along_axis(table, part, axis=1)
        order = np.argsort(values, axis=1, kind="stable")
        index[lo : lo + 500] = np.take_along_axis(part, order, axis=1)
        distance[lo : lo + 500] = np.take_along_axis(values, order, axis=1)
    return index, distance
