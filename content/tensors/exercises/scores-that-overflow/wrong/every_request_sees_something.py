# caught by: a request that may see nothing
# The textbook masked softmax; a row of -inf gives -inf - -inf.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    if scores.size == 0:
        return np.zeros(scores.shape)
    x = np.where(allowed, scores, -np.inf).astype(np.float64)
    weights = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return weights / weights.sum(axis=1, keepdims=True)
