import numpy as np
import pandas as pd


def best_question(value, pull, weight, lam, gamma, least):
    table = pd.DataFrame({"x": value, "g": pull, "h": weight})
    sums = table.groupby("x")[["g", "h"]].sum().cumsum()  # groupby leaves nan out and sorts
    if sums.empty:
        return None
    total = table[["g", "h"]].sum()
    gone = table.loc[table["x"].isna(), ["g", "h"]].sum()
    options = []
    for side in ("left", "right"):
        left = sums + gone if side == "left" else sums
        if side == "left" or not table["x"].isna().any():
            left = left.iloc[:-1]
        right = total - left
        score = (left["g"] ** 2 / (left["h"] + lam) + right["g"] ** 2 / (right["h"] + lam) - total["g"] ** 2 / (total["h"] + lam)) / 2 - gamma
        score = score[(left["h"] >= least) & (right["h"] >= least)]
        if len(score):
            options.append((float(score.idxmax()), side, float(score.max())))
    best = max(options, key=lambda option: option[2], default=None)
    return best if best is not None and best[2] > 0 and np.isfinite(best[2]) else None
