import torch


def batches(sentences, size, pool, padding=0):
    """Yield (words, real), two tensors of shape (rows, longest), grouped by length within each pool."""
    ...
