# shows the ten titles with the highest bound of what they may be, from a prior that is learnt from the shop
import numpy as np
from scipy.stats import beta
from world import IMPRESSIONS, MOST


def allocate(shown, clicked):
    mean = (clicked.sum() + 1) / (shown.sum() + 30)
    a, b = 1.5 + clicked, 1.5 / mean - 1.5 + shown - clicked
    allocation = np.zeros(len(shown), int)
    left = IMPRESSIONS
    for title in np.argsort(-beta.ppf(0.85, a, b)):
        # An unknown title gets a small portion: enough to know it tomorrow.
        allocation[title] = min(left, MOST if shown[title] >= 100 else 100)
        left -= allocation[title]
    return allocation
