import math

import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if not temperature > 0:
        raise ValueError(temperature)
    result = np.zeros(scores.shape, dtype=np.float64)
    for i in range(scores.shape[0]):
        shown = np.flatnonzero(allowed[i])
        if len(shown) == 0:
            continue
        values = [float(scores[i, j]) for j in shown]
        top = max(values)
        weights = [math.exp((v - top) / temperature) for v in values]
        total = math.fsum(weights)
        for j, weight in zip(shown, weights):
            result[i, j] = weight / total
    return result
