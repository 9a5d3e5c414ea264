import numpy as np
from scipy.special import gammaln


def chance_of_repair(tries, repaired, ks):
    tries = np.asarray(tries, dtype=float)[:, None]
    repaired = np.asarray(repaired, dtype=float)[:, None]
    k = np.asarray(ks, dtype=float).reshape(1, -1)
    if (repaired < 0).any() or (repaired > tries).any() or (k < 1).any():
        raise ValueError("counts out of range")

    def log_choose(n, k):
        return gammaln(n + 1) - gammaln(k + 1) - gammaln(np.maximum(n - k, 0) + 1)

    failed = tries - repaired
    miss = np.where(failed >= k, np.exp(log_choose(failed, k) - log_choose(tries, k)), 0.0)
    return np.where(tries >= k, 1 - miss, np.nan)
