import numpy as np
from world import DAYS, IMPRESSIONS, MOST, Shop, run


def allocate(shown, clicked):
    """How often to show each title today: an array of whole numbers, at most MOST each, IMPRESSIONS in all."""
    share = IMPRESSIONS // len(shown)
    return np.full(len(shown), share)
