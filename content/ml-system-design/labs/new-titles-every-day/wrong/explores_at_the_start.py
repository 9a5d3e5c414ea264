# caught by: sixteen other catalogues
# tries all titles on the first days, then shows the best: what comes later is never tried
import numpy as np
from world import FIRST, IMPRESSIONS, MOST


def allocate(shown, clicked):
    if shown.sum() < 3 * IMPRESSIONS:
        return np.full(len(shown), IMPRESSIONS // len(shown))
    rate = (clicked + 1) / (shown + 50)
    rate[shown == 0] = 0
    allocation = np.zeros(len(shown), int)
    allocation[np.argsort(-rate)[: IMPRESSIONS // MOST]] = MOST
    return allocation
