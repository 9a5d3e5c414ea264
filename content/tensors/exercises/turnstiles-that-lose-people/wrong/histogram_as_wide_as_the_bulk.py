# caught by: gates without messages
# Without minlength the histogram ends at the largest gate that occurs, and the sizes no longer agree.
import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    if len(gates) == 0:
        return
    if gates.min() < 0 or gates.max() >= len(totals):
        raise IndexError("unknown gate")
    added = np.bincount(gates, weights=people)
    totals[: len(totals)] += added.astype(np.int64)
