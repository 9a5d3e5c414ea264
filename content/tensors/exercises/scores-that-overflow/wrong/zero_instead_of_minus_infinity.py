# caught by: only low scores may be shown
# Forbidden scores are set to 0 before the maximum; harmless unless all allowed scores are far below 0.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    if scores.size == 0:
        return np.zeros(scores.shape)
    x = np.where(allowed, scores, 0).astype(np.float64)
    weights = np.exp((x - x.max(axis=1, keepdims=True)) / temperature) * allowed
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
