# caught by: a large fleet
# Summing both sides afresh for every threshold is the definition, and with 200,000 different values it is 200,000 passes.
import numpy as np


def best_question(value, pull, weight, lam, gamma, least):
    best = None
    missing_rows = np.isnan(value)
    for t in np.unique(value[~missing_rows]):
        for missing in ("left", "right"):
            left = (value <= t) | (missing_rows & (missing == "left"))
            if left.all() or weight[left].sum() < least or weight[~left].sum() < least:
                continue
            worth = [pull[rows].sum() ** 2 / (weight[rows].sum() + lam) for rows in (left, ~left, left | ~left)]
            gain = (worth[0] + worth[1] - worth[2]) / 2 - gamma
            if gain > 0 and (best is None or gain > best[2]):
                best = (float(t), missing, float(gain))
    return best
