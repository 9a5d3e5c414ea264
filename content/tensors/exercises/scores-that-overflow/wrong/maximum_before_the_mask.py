# caught by: what may not be shown scores highest
# The stable softmax first, the mask second: the order of the two paragraphs in the statement.
import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError
    if scores.size == 0:
        return np.zeros(scores.shape)
    x = np.nan_to_num(scores.astype(np.float64))
    weights = np.where(allowed, np.exp((x - x.max(axis=1, keepdims=True)) / temperature), 0.0)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total == 0, 1.0, total)
