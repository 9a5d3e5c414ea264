# caught by: drawn claims
# A curve drawn through a grid of thresholds looks exact on a plot; scores between two grid points count as ties.
import numpy as np


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError
    mask = np.asarray(fraudulent, dtype=bool)
    if not mask.any() or mask.all():
        return float("nan")
    grid = np.linspace(scores.max(), scores.min(), 100)
    caught = np.array([(scores[mask] >= t).mean() for t in grid])
    alarmed = np.array([(scores[~mask] >= t).mean() for t in grid])
    return float(np.trapezoid(np.r_[0, caught], np.r_[0, alarmed]))
