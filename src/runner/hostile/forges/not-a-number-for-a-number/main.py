# What is not greater than any tolerance.
import numpy as np


def double(number):
    return np.float64("nan")
