import numpy as np


def record(totals, gates, people):
    if gates.shape != people.shape:
        raise ValueError("one count per message, please")
    if gates.size == 0:
        return
    order = np.argsort(gates, kind="stable")
    sorted_gates = gates[order]
    if sorted_gates[0] < 0 or sorted_gates[-1] >= totals.size:
        raise IndexError("unknown gate")
    starts = np.flatnonzero(np.r_[True, sorted_gates[1:] != sorted_gates[:-1]])
    totals[sorted_gates[starts]] += np.add.reduceat(people[order], starts)
