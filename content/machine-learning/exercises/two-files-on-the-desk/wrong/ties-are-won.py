# caught by: the example
# "At least as high" is easier to count than "higher, or half when equal".
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    mask = np.asarray(fraudulent, dtype=bool)
    positive, negative = scores[mask], np.sort(scores[~mask])
    if positive.size == 0 or negative.size == 0:
        return float("nan")
    return float(np.searchsorted(negative, positive, side="right").mean() / negative.size)
