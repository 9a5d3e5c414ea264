import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    """Probabilities of shape (rows, items), float64; zero where an item is not allowed."""
    weights = np.exp(scores / temperature) * allowed
    return weights / weights.sum(axis=1, keepdims=True)
