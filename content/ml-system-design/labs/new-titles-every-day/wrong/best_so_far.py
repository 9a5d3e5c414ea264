# caught by: sixteen other catalogues
# shows what has been clicked most so far: whatever was lucky on the first day stays, and new titles are never shown
import numpy as np
from world import IMPRESSIONS, MOST


def allocate(shown, clicked):
    rate = clicked / np.maximum(shown, 1)
    allocation = np.zeros(len(shown), int)
    allocation[np.argsort(-rate, kind="stable")[: IMPRESSIONS // MOST]] = MOST
    return allocation
