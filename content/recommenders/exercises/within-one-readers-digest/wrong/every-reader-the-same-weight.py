# caught by: a drawn day
# The mean of the groups' figures is what groupby gives for nothing; long and short digests then count alike.
import numpy as np


def digest_quality(log):
    rows = log.assign(place=log.groupby("reader")["score"].rank(), opened=log["opened"].astype(int))
    rows["hit"] = rows["place"] * rows["opened"]
    g = rows.groupby("reader").agg(n=("opened", "size"), p=("opened", "sum"), s=("hit", "sum"))
    g = g[(g["p"] > 0) & (g["p"] < g["n"])]
    if g.empty:
        return np.nan
    return float(((g["s"] - g["p"] * (g["p"] + 1) / 2) / (g["p"] * (g["n"] - g["p"]))).mean())
