import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError(f"{len(gates)} gates but {len(people)} counts")
    # A negative index is legal in NumPy and would be booked on a gate at the end, so both bounds are checked here.
    if np.any((gates < 0) | (gates >= len(totals))):
        raise IndexError("a message names a gate that does not exist")
    # Unbuffered: adds once per message, so a gate that occurs twice gets both. The sum stays in int64.
    np.add.at(totals, gates, people)
