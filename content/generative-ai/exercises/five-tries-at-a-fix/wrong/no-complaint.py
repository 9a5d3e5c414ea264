# caught by: impossible counts
# Nothing is validated: more repairs than tries give a number that looks plausible.
import numpy as np


def chance_of_repair(tries, repaired, ks):
    tries, repaired = np.asarray(tries), np.asarray(repaired)
    result = np.full((len(tries), len(ks)), np.nan)
    for column, k in enumerate(ks):
        miss = np.ones(len(tries))
        for j in range(k):
            miss *= np.maximum(tries - repaired - j, 0) / np.maximum(tries - j, 1)
        result[:, column] = np.where(tries >= k, 1 - miss, np.nan)
    return result
