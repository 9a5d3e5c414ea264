# caught by: an almost frozen ranking
# Stable for every temperature near 1; a large score over a tiny temperature overflows before the shift.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    x = np.where(allowed, scores, -np.inf).astype(np.float64) / temperature
    top = x.max(axis=1, keepdims=True, initial=-np.inf)
    top = np.where(np.isneginf(top), 0.0, top)
    weights = np.exp(x - top)
    return weights / np.maximum(weights.sum(axis=1, keepdims=True), 1.0)
