# caught by: a gate before the first
# NumPy raises IndexError by itself past the end, so it seems that nothing needs to be checked; -1 is a legal index.
import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    np.add.at(totals, gates, people)
