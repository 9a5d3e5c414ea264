# caught by: numbers that do not divide
# Dropping the incomplete batch is a common setting of loaders; here it loses the longest sentences of every pool.
from itertools import islice

import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    stream = iter(sentences)
    while group := sorted(islice(stream, pool), key=len):
        for start in range(0, len(group) - size + 1, size):
            rows = group[start : start + size]
            lengths = torch.tensor([len(row) for row in rows])
            width = int(lengths.max())
            words = torch.tensor([row + [padding] * (width - len(row)) for row in rows], dtype=torch.int64).reshape(len(rows), width)
            yield words, torch.arange(width) < lengths[:, None]
