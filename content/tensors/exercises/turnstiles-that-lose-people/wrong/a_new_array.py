# caught by: the worked example
# The sums are right, but `totals = totals + ...` binds a new array to the local name and the caller's stays as it was.
import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    if np.any((gates < 0) | (gates >= len(totals))):
        raise IndexError("unknown gate")
    added = np.zeros_like(totals)
    np.add.at(added, gates, people)
    totals = totals + added
