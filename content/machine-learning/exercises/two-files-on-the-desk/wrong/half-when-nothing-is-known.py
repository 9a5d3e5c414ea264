# caught by: nothing to compare
# "No information means one half" sounds reasonable, but it reports a measurement where there is none.
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    mask = np.asarray(fraudulent, dtype=bool)
    positive, negative = scores[mask], np.sort(scores[~mask])
    if positive.size == 0 or negative.size == 0:
        return 0.5
    left = np.searchsorted(negative, positive, side="left")
    right = np.searchsorted(negative, positive, side="right")
    return float((left + right).sum() / 2 / (positive.size * negative.size))
