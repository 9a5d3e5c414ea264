import numpy as np


def record(totals, gates, people):
    """Add people[i] to totals[gates[i]] for every i, in place."""
    totals[gates] += people
