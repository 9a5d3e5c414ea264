# caught by: a drawn day
# Won pairs over all pairs: natural when one thinks of pairs, but heavy readers count with the square of their digest.
import numpy as np


def digest_quality(log):
    rows = log.assign(place=log.groupby("reader")["score"].rank(), opened=log["opened"].astype(int))
    rows["hit"] = rows["place"] * rows["opened"]
    g = rows.groupby("reader").agg(n=("opened", "size"), p=("opened", "sum"), s=("hit", "sum"))
    pairs = g["p"] * (g["n"] - g["p"])
    if pairs.sum() == 0:
        return np.nan
    won = (g["s"] - g["p"] * (g["p"] + 1) / 2)[pairs > 0]
    return float(won.sum() / pairs.sum())
