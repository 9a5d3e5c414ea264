# Strides that lead far outside of what it holds: the encoder must not read the judge's memory, only its own.
import numpy as np


def double(number):
    return np.lib.stride_tricks.as_strided(np.zeros(1), shape=(1000,), strides=(2**28,))
