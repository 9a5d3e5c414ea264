# caught by: requests on different scales
# max() without an axis is what one writes for a single vector; rows far below the largest underflow to zero.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    x = np.where(allowed, scores, -np.inf).astype(np.float64)
    if not allowed.any():
        return np.zeros(scores.shape)
    weights = np.exp((x - x.max()) / temperature)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
