# caught by: labels as numbers
# With boolean labels this is right; with 0 and 1 the brackets pick rows 0 and 1, and ~ gives -1 and -2.
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    positive, negative = scores[fraudulent], np.sort(scores[~fraudulent])
    if positive.size == 0 or negative.size == 0:
        return float("nan")
    left = np.searchsorted(negative, positive, side="left")
    right = np.searchsorted(negative, positive, side="right")
    return float((left + right).sum() / 2 / (positive.size * negative.size))
