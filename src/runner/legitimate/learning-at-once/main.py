# Two jobs at once: by threads, which need no permission.
import numpy as np
from joblib import Parallel, delayed
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestRegressor
from sklearn.neighbors import KNeighborsClassifier


def double(number):
    x = np.random.default_rng(0).normal(size=(80, 3))
    RandomForestRegressor(8, n_jobs=2, random_state=0).fit(x, x[:, 0])
    KMeans(2, n_init=2, random_state=0).fit(x)
    KNeighborsClassifier(n_jobs=2).fit(x, x[:, 0] > 0).predict(x)
    return sum(Parallel(n_jobs=2, prefer="threads")(delayed(int)(number) for _ in range(2)))
