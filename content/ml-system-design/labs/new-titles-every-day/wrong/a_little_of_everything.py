# caught by: sixteen other catalogues
# explores without end: every title gets the same
import numpy as np
from world import IMPRESSIONS


def allocate(shown, clicked):
    return np.full(len(shown), IMPRESSIONS // len(shown))
