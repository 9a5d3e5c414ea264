# An array file that is a pickle runs code where it is loaded: here, in its own process, and nowhere else.
import os

import numpy as np


class Runs:
    def __reduce__(self):
        return (os.system, ("id",))


def double(number):
    np.save("trap.npy", np.array([Runs()], dtype=object), allow_pickle=True)
    np.load("trap.npy", allow_pickle=True)
    return "loaded"
