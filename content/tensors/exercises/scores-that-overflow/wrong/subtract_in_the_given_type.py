# caught by: whole numbers of one byte
# The shift is there, but the difference is taken in int8, where 127 and -128 are one apart.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    if scores.size == 0:
        return np.zeros(scores.shape)
    lowest = -np.inf if scores.dtype.kind == "f" else np.iinfo(scores.dtype).min
    top = np.where(allowed, scores, scores.dtype.type(lowest)).max(axis=1, keepdims=True)
    top = np.where(np.isfinite(top), top, scores.dtype.type(0))
    shifted = np.where(allowed, scores - top, scores.dtype.type(0)).astype(np.float64)
    weights = np.where(allowed, np.exp(shifted / temperature), 0.0)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
