# caught by: four tries
# Reads "contains a repair" as "contains one repair" and takes the probability of exactly one.
import numpy as np
from scipy.stats import hypergeom


def chance_of_repair(tries, repaired, ks):
    n, c, k = np.asarray(tries)[:, None], np.asarray(repaired)[:, None], np.asarray(ks, dtype=int)[None, :]
    if np.any((c < 0) | (c > n)) or np.any(k < 1):
        raise ValueError("impossible counts")
    return np.where(n >= k, hypergeom.pmf(1, n, c, np.minimum(n, k)), np.nan)
