# C and Fortran code that looks at no signal.
import numpy as np


def double(number):
    return np.linalg.svd(np.random.rand(1500, 1500))
