# joblib would start programs for its processes; where there are none it takes threads, and so does what is built on it.
import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score


def double(number):
    x = np.random.default_rng(0).normal(size=(60, 3))
    assert cross_val_score(Ridge(), x, x.sum(axis=1), n_jobs=2).mean() > 0.9
    return sum(Parallel(n_jobs=2)(delayed(int)(number) for _ in range(2)))
