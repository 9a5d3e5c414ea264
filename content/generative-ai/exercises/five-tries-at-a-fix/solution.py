import numpy as np


def chance_of_repair(tries, repaired, ks):
    """Probability, for each report and each k, that k different recorded tries contain a repair."""
    tries, repaired = np.asarray(tries), np.asarray(repaired)
    if np.any(repaired < 0) or np.any(repaired > tries):
        raise ValueError("repaired must lie between 0 and tries")
    if any(k < 1 for k in ks):
        raise ValueError("k must be at least 1")

    failed = tries - repaired
    result = np.full((len(tries), len(ks)), np.nan)
    for column, k in enumerate(ks):
        all_fail = np.ones(len(tries))
        for drawn in range(k):
            # After `drawn` failures, failed - drawn of the remaining tries - drawn fail.
            # max(..., 0): once the failures are used up, the next draw must be a repair.
            # max(..., 1): rows with fewer than k tries are blanked below, they must only not divide by 0.
            all_fail *= np.maximum(failed - drawn, 0) / np.maximum(tries - drawn, 1)
        result[:, column] = np.where(tries >= k, 1.0 - all_fail, np.nan)
    return result
