# caught by: four tries
# The observed rate is plugged into the formula for fresh tries: it draws the same try twice, and is biased low.
import numpy as np


def chance_of_repair(tries, repaired, ks):
    n, c, k = np.asarray(tries)[:, None], np.asarray(repaired)[:, None], np.asarray(ks, dtype=int)[None, :]
    if np.any((c < 0) | (c > n)) or np.any(k < 1):
        raise ValueError("impossible counts")
    return np.where(n >= k, 1 - (1 - c / np.maximum(n, 1)) ** k, np.nan)
