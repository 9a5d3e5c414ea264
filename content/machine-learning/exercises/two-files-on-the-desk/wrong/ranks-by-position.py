# caught by: coarse scores
# A double argsort is the well-known way to rank, and it silently breaks ties by position.
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    mask = np.asarray(fraudulent, dtype=bool)
    positive, negative = int(mask.sum()), int((~mask).sum())
    if positive == 0 or negative == 0:
        return float("nan")
    ranks = scores.argsort(kind="stable").argsort(kind="stable") + 1
    return float((ranks[mask].sum() - positive * (positive + 1) / 2) / (positive * negative))
