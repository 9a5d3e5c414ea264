import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError("scores and fraudulent differ in length")
    # Labels may be the integers 0 and 1: used as an index they would pick rows 0 and 1, and ~ would give -1 and -2.
    mask = np.asarray(fraudulent, dtype=bool)
    positive = scores[mask]
    negative = np.sort(scores[~mask])  # a copy, so the caller's array keeps its order
    pairs = positive.size * negative.size
    if pairs == 0:
        return float("nan")
    # For each fraudulent claim: honest claims strictly below it, and honest claims at or below it.
    # The difference of the two is the number of ties, so their mean counts a tie as one half.
    below = np.searchsorted(negative, positive, side="left")
    at_or_below = np.searchsorted(negative, positive, side="right")
    return int(below.sum() + at_or_below.sum()) / 2 / pairs
