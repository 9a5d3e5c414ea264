# caught by: metres on the national grid
# The well-known trick with one matrix product; on large coordinates it subtracts nearly equal numbers.
import numpy as np


def nearest(addresses, depots, k):
    if not 1 <= k <= len(depots):
        raise ValueError
    index = np.empty((len(addresses), k), dtype=np.int64)
    distance = np.empty((len(addresses), k))
    b2 = (depots**2).sum(axis=1)
    for lo in range(0, len(addresses), 500):
        a = addresses[lo : lo + 500]
        table = np.sqrt(np.maximum((a**2).sum(axis=1)[:, None] + b2 - 2 * a @ depots.T, 0))
        order = np.argsort(table, axis=1, kind="stable")[:, :k]
        index[lo : lo + 500] = order
        distance[lo : lo + 500] = np.take_along_axis(table, order, axis=1)
    return index, distance
