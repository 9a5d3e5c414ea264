import numpy as np


def nearest(addresses, depots, k):
    n, m = addresses.shape[0], depots.shape[0]
    if k < 1 or k > m:
        raise ValueError("k")
    index = np.zeros((n, k), dtype=np.int64)
    distance = np.zeros((n, k))
    for lo in range(0, n, 200):
        hi = min(n, lo + 200)
        gap = np.sqrt(((addresses[lo:hi, None, :] - depots) ** 2).sum(axis=-1))
        rows = np.arange(hi - lo)
        for j in range(k):
            best = gap.argmin(axis=1)  # the first of equals
            index[lo:hi, j] = best
            distance[lo:hi, j] = gap[rows, best]
            gap[rows, best] = np.inf
    return index, distance
