# caught by: one pool
# The width is computed once for the pool, which undoes what the sorting was for.
from itertools import islice

import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    stream = iter(sentences)
    while group := sorted(islice(stream, pool), key=len):
        width = len(group[-1])
        lengths = torch.tensor([len(row) for row in group])
        words = torch.tensor([row + [padding] * (width - len(row)) for row in group], dtype=torch.int64).reshape(len(group), width)
        real = torch.arange(width) < lengths[:, None]
        yield from zip(words.split(size), real.split(size))
