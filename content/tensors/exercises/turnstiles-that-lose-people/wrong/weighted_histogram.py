# caught by: numbers of several years
# bincount with weights is the usual recipe; it sums in float64 and rounds above 2**53.
import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    if np.any((gates < 0) | (gates >= len(totals))):
        raise IndexError("unknown gate")
    totals += np.bincount(gates, weights=people, minlength=len(totals)).astype(totals.dtype)
