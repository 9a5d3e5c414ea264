# caught by: many equal scores
# argsort of argsort gives places quickly, and decides ties by the order of the rows.
import numpy as np


def digest_quality(log):
    rows = log.assign(place=log.groupby("reader")["score"].rank(method="first"), opened=log["opened"].astype(int))
    rows["hit"] = rows["place"] * rows["opened"]
    g = rows.groupby("reader").agg(n=("opened", "size"), p=("opened", "sum"), s=("hit", "sum"))
    g = g[(g["p"] > 0) & (g["p"] < g["n"])]
    if g.empty:
        return np.nan
    figure = (g["s"] - g["p"] * (g["p"] + 1) / 2) / (g["p"] * (g["n"] - g["p"]))
    return float(np.average(figure, weights=g["n"]))
