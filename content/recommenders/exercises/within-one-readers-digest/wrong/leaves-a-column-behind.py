# caught by: the log afterwards
# The helper column is written into the frame that was passed in.
import numpy as np


def digest_quality(log):
    log["place"] = log.groupby("reader")["score"].rank() * log["opened"].astype(int)
    g = log.groupby("reader").agg(n=("opened", "size"), p=("opened", "sum"), s=("place", "sum"))
    g = g[(g["p"] > 0) & (g["p"] < g["n"])]
    if g.empty:
        return np.nan
    figure = (g["s"] - g["p"] * (g["p"] + 1) / 2) / (g["p"] * (g["n"] - g["p"]))
    return float(np.average(figure, weights=g["n"]))
