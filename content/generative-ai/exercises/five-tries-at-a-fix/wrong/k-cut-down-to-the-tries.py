# caught by: fewer tries than k
# Seems generous: "if only three tries exist, take three". It compares different budgets under one heading.
import numpy as np
from scipy.stats import hypergeom


def chance_of_repair(tries, repaired, ks):
    n, c, k = np.asarray(tries)[:, None], np.asarray(repaired)[:, None], np.asarray(ks, dtype=int)[None, :]
    if np.any((c < 0) | (c > n)) or np.any(k < 1):
        raise ValueError("impossible counts")
    return hypergeom.sf(0, n, c, np.minimum(n, k))
