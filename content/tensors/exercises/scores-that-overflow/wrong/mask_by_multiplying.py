# caught by: anything where nothing is shown
# A mask of zeros and ones looks like a factor; 0 * inf and 0 * nan are nan.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    if scores.size == 0:
        return np.zeros(scores.shape)
    x = scores.astype(np.float64)
    top = np.where(allowed, x, -np.inf).max(axis=1, keepdims=True)
    top = np.where(np.isneginf(top), 0.0, top)
    weights = np.exp((x - top) / temperature) * allowed
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
