import numpy as np
from scipy.special import logsumexp


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    out = np.zeros(scores.shape)
    rows = np.flatnonzero(allowed.any(axis=1))
    if rows.size:
        x = np.full((rows.size, scores.shape[1]), -np.inf)
        x[allowed[rows]] = scores[rows][allowed[rows]]
        x = (x - x.max(axis=1, keepdims=True)) / temperature
        out[rows] = np.exp(x - logsumexp(x, axis=1, keepdims=True))
    return out
