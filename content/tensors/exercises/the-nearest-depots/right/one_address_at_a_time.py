import numpy as np


def nearest(addresses, depots, k):
    m = len(depots)
    if k < 1 or k > m:
        raise ValueError
    index = np.empty((len(addresses), k), dtype=np.int64)
    distance = np.empty((len(addresses), k))
    for row, address in enumerate(addresses):
        away = np.linalg.norm(depots - address, axis=1)
        limit = np.partition(away, k - 1)[k - 1]
        close_by = np.flatnonzero(away <= limit)
        chosen = close_by[np.argsort(away[close_by], kind="stable")][:k]
        index[row], distance[row] = chosen, away[chosen]
    return index, distance
