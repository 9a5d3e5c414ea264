import numpy as np


def chance_of_repair(tries, repaired, ks):
    tries, repaired, ks = np.asarray(tries), np.asarray(repaired), list(ks)
    if np.any((repaired < 0) | (repaired > tries)) or any(k < 1 for k in ks):
        raise ValueError("impossible counts")
    table = np.full((tries.size, len(ks)), np.nan)
    for row, (n, c) in enumerate(zip(tries.tolist(), repaired.tolist())):
        for column, k in enumerate(ks):
            if k <= n:
                # Seen from the repairs: each of the c repairs must escape the k places.
                # When failures run out, the factor with i == k is 0 and does what it should.
                table[row, column] = 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))
    return table
