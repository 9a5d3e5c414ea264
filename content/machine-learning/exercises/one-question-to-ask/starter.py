import numpy as np


def best_question(value, pull, weight, lam, gamma, least):
    """Return (t, missing, gain) of the best allowed question, or None."""
    raise NotImplementedError
