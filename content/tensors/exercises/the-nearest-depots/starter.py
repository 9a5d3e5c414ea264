import numpy as np


def nearest(addresses, depots, k):
    """Return (index, distance) of the k nearest depots of each address, both of shape (n, k)."""
    ...
