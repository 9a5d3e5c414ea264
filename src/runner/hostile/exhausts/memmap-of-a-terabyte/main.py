# A file that is mapped, larger than any disk.
import numpy as np


def double(number):
    return np.memmap("huge", dtype="float64", mode="w+", shape=(2**37,))
