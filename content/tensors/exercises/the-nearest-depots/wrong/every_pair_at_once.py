# caught by: a full day
# One broadcast and one sort: clear, right, and 324 MB for the differences alone.
import numpy as np


def nearest(addresses, depots, k):
    if not 1 <= k <= len(depots):
        raise ValueError
    table = np.sqrt(((addresses[:, None, :] - depots[None, :, :]) ** 2).sum(axis=-1))
    index = np.argsort(table, axis=1, kind="stable")[:, :k]
    return index, np.take_along_axis(table, index, axis=1)
