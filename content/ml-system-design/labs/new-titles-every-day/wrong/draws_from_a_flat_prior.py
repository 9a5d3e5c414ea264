# caught by: sixteen other catalogues
# draws from Beta(1 + clicks, 1 + the others): of a new title every rate up to 1 is believed, so each day goes to the newest
import numpy as np
from world import IMPRESSIONS, MOST

rng = np.random.default_rng(0)


def allocate(shown, clicked):
    draw = rng.beta(1 + clicked, 1 + shown - clicked)
    allocation = np.zeros(len(shown), int)
    allocation[np.argsort(-draw)[: IMPRESSIONS // MOST]] = MOST
    return allocation
