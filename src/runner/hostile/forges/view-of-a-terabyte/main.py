# Eight bytes, seen a hundred billion times.
import numpy as np


def double(number):
    return np.broadcast_to(np.float64(42), (10**6, 10**5))
