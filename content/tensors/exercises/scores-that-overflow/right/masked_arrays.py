import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature")
    if scores.size == 0:
        return np.zeros(scores.shape)
    clean = np.where(allowed, scores, 0).astype(np.float64)
    masked = np.ma.MaskedArray(clean, mask=~allowed)
    top = masked.max(axis=1, keepdims=True)
    weights = np.ma.exp((masked - top) / temperature)
    return np.ma.filled(weights / weights.sum(axis=1, keepdims=True), 0.0)
