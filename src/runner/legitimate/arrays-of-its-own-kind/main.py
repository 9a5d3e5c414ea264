# A subclass and a duck, used for what they are there for.
import numpy as np


class Units(np.ndarray):
    def __array_finalize__(self, other):
        self.unit = getattr(other, "unit", "m")


class Lazy:
    def __array__(self, dtype=None, copy=None):
        return np.array([1, 1])


def double(number):
    lengths = np.array([number, 0]).view(Units)
    assert (lengths * 2).unit == "m"
    return int((np.asarray(Lazy()) * number).sum())
