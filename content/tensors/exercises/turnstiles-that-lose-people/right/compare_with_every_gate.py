import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    known = np.arange(len(totals))
    if not np.isin(gates, known).all():
        raise IndexError("no such gate")
    for gate in known:
        totals[gate] += people[gates == gate].sum()
