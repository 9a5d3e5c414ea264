# caught by: thousands of tries
# scipy's comb returns floats by default: right for small counts, inf / inf for large ones.
import numpy as np
from scipy.special import comb


def chance_of_repair(tries, repaired, ks):
    n, c, k = np.asarray(tries)[:, None], np.asarray(repaired)[:, None], np.asarray(ks, dtype=int)[None, :]
    if np.any((c < 0) | (c > n)) or np.any(k < 1):
        raise ValueError("impossible counts")
    with np.errstate(all="ignore"):
        return np.where(n >= k, 1 - comb(n - c, k) / comb(n, k), np.nan)
