# data
import os
import tempfile

import joblib
import numpy as np
import pandas as pd
import scipy.linalg
import scipy.optimize
import scipy.sparse.linalg
import sklearn.cluster
import sklearn.datasets
import sklearn.ensemble
import sklearn.linear_model
import sklearn.model_selection
import sklearn.neighbors
import sklearn.pipeline
import sklearn.preprocessing
import threadpoolctl

os.chdir(tempfile.mkdtemp())
rng = np.random.default_rng(0)
matrix = rng.normal(size=(400, 400))
np.linalg.svd(matrix @ matrix.T), scipy.linalg.expm(matrix / 400), np.fft.fft2(matrix), np.linalg.eigh(matrix @ matrix.T)
big = np.memmap("big", dtype="f4", mode="w+", shape=(1000, 1000))
big[:] = 1
big.flush()
np.save("a.npy", matrix)
assert np.load("a.npy", mmap_mode="r").shape == (400, 400)
np.savez_compressed("b.npz", matrix=matrix[:10])
np.load("b.npz")["matrix"]
matrix.tofile("c")
np.fromfile("c")
np.savetxt("d", matrix[:5])
np.loadtxt("d")
frame = pd.DataFrame({"a": rng.integers(0, 9, 3000), "b": rng.normal(size=3000), "c": pd.date_range("2024-01-01", periods=3000, freq="h")})
frame.to_csv("e.csv")
pd.read_csv("e.csv", parse_dates=["c"])
pd.read_csv("e.csv", engine="python", nrows=10)
frame.to_json("f.json")
frame.to_pickle("g.gz")
pd.read_pickle("g.gz")
frame.groupby("a").rolling(3, on="c")["b"].mean(), frame.merge(frame, on="a").head(), frame.set_index("c").resample("D")["b"].sum()
frame.pivot_table(index="a", values="b"), frame.eval("a + b"), frame.query("a > 3"), frame["c"].dt.tz_localize("UTC").dt.tz_convert("Asia/Tokyo")
repr(frame), frame.to_html(max_rows=5), frame.info(buf=open("h", "w"))
features, labels = sklearn.datasets.make_classification(600, random_state=0)
for model in (
    sklearn.ensemble.RandomForestClassifier(10, n_jobs=2, random_state=0),
    sklearn.ensemble.HistGradientBoostingClassifier(max_iter=10),
    sklearn.linear_model.LogisticRegression(),
    sklearn.linear_model.SGDClassifier(),
    sklearn.neighbors.KNeighborsClassifier(),
    sklearn.pipeline.make_pipeline(sklearn.preprocessing.StandardScaler(), sklearn.linear_model.LogisticRegression()),
):
    sklearn.model_selection.cross_val_score(model, features, labels, cv=2)
sklearn.cluster.KMeans(3, n_init=2).fit(features)
sklearn.model_selection.train_test_split(features, labels)
joblib.Parallel(n_jobs=2, prefer="threads")(joblib.delayed(np.sum)(row) for row in features)
joblib.dump(features, "i.joblib")
joblib.load("i.joblib", mmap_mode="r")
with threadpoolctl.threadpool_limits(2):
    matrix @ matrix
scipy.sparse.linalg.svds(scipy.sparse.random(200, 200, 0.1), k=3)
scipy.optimize.minimize(lambda x: (x**2).sum(), np.ones(5))
scipy.optimize.differential_evolution(lambda x: (x**2).sum(), [(-1, 1)] * 2, maxiter=3)
scipy.optimize.linprog([1, 1], A_ub=[[-1, -1]], b_ub=[-1])
np.random.seed(1), np.random.default_rng(), np.errstate(all="ignore")
