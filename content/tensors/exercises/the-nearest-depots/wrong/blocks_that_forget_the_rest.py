# caught by: several hundred addresses
# Whole blocks only: the addresses after the last full block keep what empty memory happened to hold.
import numpy as np
from scipy.spatial.distance import cdist


def nearest(addresses, depots, k):
    if not 1 <= k <= len(depots):
        raise ValueError
    n, size = len(addresses), min(256, max(1, len(addresses)))
    index = np.zeros((n, k), dtype=np.int64)
    distance = np.zeros((n, k))
    for block in range(n // size):
        rows = slice(block * size, (block + 1) * size)
        table = cdist(addresses[rows], depots)
        index[rows] = np.argsort(table, axis=1, kind="stable")[:, :k]
        distance[rows] = np.take_along_axis(table, index[rows], axis=1)
    return index, distance
