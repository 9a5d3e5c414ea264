# caught by: the worked example
# It reads like the sentence in the statement, and it is right as long as no gate occurs twice.
import numpy as np


def record(totals, gates, people):
    if len(gates) != len(people):
        raise ValueError("lengths differ")
    if np.any((gates < 0) | (gates >= len(totals))):
        raise IndexError("unknown gate")
    totals[gates] += people
