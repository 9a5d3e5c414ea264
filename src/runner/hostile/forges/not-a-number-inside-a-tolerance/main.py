# One cell of an array that is compared with a tolerance.
import numpy as np


def thirds():
    return np.array([1 / 3, np.nan, 1.0])
