# caught by: a month of claims
# Broadcasting every pair is the definition in one line, and it is fine until the matrix has ten thousand million cells.
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    mask = np.asarray(fraudulent, dtype=bool)
    bad, good = scores[mask][:, None], scores[~mask][None, :]
    if bad.size == 0 or good.size == 0:
        return float("nan")
    return float(((bad > good) + 0.5 * (bad == good)).mean())
