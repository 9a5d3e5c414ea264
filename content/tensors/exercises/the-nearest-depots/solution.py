import numpy as np

BLOCK_BYTES = 8 * 2**20  # of one table of distances; a handful of such temporaries are alive at a time


def nearest(addresses, depots, k):
    n, m = len(addresses), len(depots)
    if not 1 <= k <= m:
        raise ValueError(f"k is {k}, there are {m} depots")
    index = np.empty((n, k), dtype=np.int64)
    distance = np.empty((n, k), dtype=np.float64)
    rows = max(1, BLOCK_BYTES // (8 * m))  # at least one row, however many depots there are
    for start in range(0, n, rows):
        block = slice(start, start + rows)
        squared = squared_distances(addresses[block], depots)
        index[block] = smallest(squared, k)
        distance[block] = np.sqrt(np.take_along_axis(squared, index[block], axis=1))
    return index, distance


def squared_distances(a, b):
    # One coordinate at a time: (rows, m) instead of (rows, m, d), and the large coordinates cancel exactly
    # *before* anything is squared. The expanded square would subtract numbers of 10^13 to obtain one near 1.
    squared = np.zeros((len(a), len(b)))
    for x, y in zip(a.T, b.T):
        gap = x[:, None] - y[None, :]
        gap *= gap  # in place: one temporary less
        squared += gap
    return squared


def smallest(values, k):
    # The k-th smallest value of each row is unique even if the element is not.
    limit = np.partition(values, k - 1, axis=1)[:, k - 1 : k]
    row, column = np.nonzero(values <= limit)  # at least k candidates a row, more only with ties
    # lexsort takes its last key first: by row, then by value, then by column, which is the tie rule.
    order = np.lexsort((column, values[row, column], row))
    row, column = row[order], column[order]
    # Position of each candidate within its row, to keep the first k.
    first = np.searchsorted(row, np.arange(len(values)))
    return column[first[:, None] + np.arange(k)]
