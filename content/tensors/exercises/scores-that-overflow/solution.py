import numpy as np


def probabilities(scores, allowed, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be positive")
    # Widen before any arithmetic: int8 differences wrap around, float16 ends at 65504. where() replaces what is
    # forbidden instead of multiplying it by 0, so a nan there cannot spread.
    logits = np.where(allowed, scores, -np.inf).astype(np.float64)

    # Each row's own largest allowed score. `initial` gives empty axes a value. A row without an allowed item has
    # the maximum -inf, and -inf - -inf is nan: shift such a row by 0.
    top = logits.max(axis=1, keepdims=True, initial=-np.inf)
    top = np.where(np.isneginf(top), 0.0, top)

    # Subtract first, then divide: for a tiny temperature the quotient of a large score could itself overflow.
    weights = np.exp((logits - top) / temperature)
    # At least 1 in every row that has an allowed item; max() changes only the empty rows, to 0 / 1.
    return weights / np.maximum(weights.sum(axis=1, keepdims=True), 1.0)
