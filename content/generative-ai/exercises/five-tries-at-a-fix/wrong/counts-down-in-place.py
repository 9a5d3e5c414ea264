# caught by: what was passed in
# "Repairs among the tries" becomes "failures" in place, to save a temporary; the array belongs to the caller.
import numpy as np


def chance_of_repair(tries, repaired, ks):
    tries, failed = np.asarray(tries), np.asarray(repaired)
    if np.any((failed < 0) | (failed > tries)) or any(k < 1 for k in ks):
        raise ValueError("impossible counts")
    np.subtract(tries, failed, out=failed)
    result = np.full((len(tries), len(ks)), np.nan)
    for column, k in enumerate(ks):
        miss = np.ones(len(tries))
        for drawn in range(k):
            miss *= np.maximum(failed - drawn, 0) / np.maximum(tries - drawn, 1)
        result[:, column] = np.where(tries >= k, 1 - miss, np.nan)
    return result
