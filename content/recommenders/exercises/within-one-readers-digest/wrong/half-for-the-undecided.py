# caught by: one-sided readers
# Readers without a figure get 0.5, "no information", so that nobody is dropped; it pulls every model towards 0.5.
import numpy as np


def digest_quality(log):
    if len(log) == 0:
        return np.nan
    rows = log.assign(place=log.groupby("reader")["score"].rank(), opened=log["opened"].astype(int))
    rows["hit"] = rows["place"] * rows["opened"]
    g = rows.groupby("reader").agg(n=("opened", "size"), p=("opened", "sum"), s=("hit", "sum"))
    pairs = g["p"] * (g["n"] - g["p"])
    if (pairs == 0).all():
        return np.nan
    figure = ((g["s"] - g["p"] * (g["p"] + 1) / 2) / pairs.where(pairs > 0)).fillna(0.5)
    return float(np.average(figure, weights=g["n"]))
