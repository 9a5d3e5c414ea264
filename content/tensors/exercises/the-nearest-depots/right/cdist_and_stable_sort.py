import numpy as np
from scipy.spatial.distance import cdist


def nearest(addresses, depots, k):
    if not 0 < k <= len(depots):
        raise ValueError("impossible k")
    blocks = [np.empty((0, k), dtype=np.int64)], [np.empty((0, k))]
    for part in np.array_split(addresses, len(addresses) // 500 + 1):
        table = cdist(part, depots)
        order = np.argsort(table, axis=1, kind="stable")[:, :k].copy()  # a slice would keep the whole table alive
        blocks[0].append(order)
        blocks[1].append(np.take_along_axis(table, order, axis=1))
    return np.concatenate(blocks[0]), np.concatenate(blocks[1])
