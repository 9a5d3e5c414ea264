from math import comb, nan

import numpy as np


def chance(n, c, k):
    if k > n:
        return nan
    # Python divides two huge integers correctly even where neither fits into a float.
    return 1 - comb(n - c, k) / comb(n, k)


def chance_of_repair(tries, repaired, ks):
    pairs = [(int(n), int(c)) for n, c in zip(tries, repaired)]
    for n, c in pairs:
        if not 0 <= c <= n:
            raise ValueError(f"{c} of {n}")
    if ks and min(ks) < 1:
        raise ValueError("k")
    table = [[chance(n, c, int(k)) for k in ks] for n, c in pairs]
    return np.array(table, dtype=float).reshape(len(pairs), len(ks))
