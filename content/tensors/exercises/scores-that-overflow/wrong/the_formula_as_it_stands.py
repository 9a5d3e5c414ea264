# caught by: scores in the thousands
# It is the formula, term by term, and it agrees on the numbers of every example.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    weights = np.where(allowed, np.exp(scores.astype(np.float64) / temperature), 0.0)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
