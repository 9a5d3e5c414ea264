# Memory that is only asked for.
import numpy as np


def double(number):
    return np.zeros(2**30)
