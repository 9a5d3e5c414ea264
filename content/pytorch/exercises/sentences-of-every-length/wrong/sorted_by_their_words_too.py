# caught by: sentences of one length
# Sorting pairs (length, sentence) compares the sentences themselves when the lengths are equal.
from itertools import islice

import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    stream = iter(sentences)
    while group := sorted((len(sentence), sentence) for sentence in islice(stream, pool)):
        for start in range(0, len(group), size):
            lengths = torch.tensor([length for length, _ in group[start : start + size]])
            width = int(lengths.max())
            rows = [row + [padding] * (width - length) for length, row in group[start : start + size]]
            words = torch.tensor(rows, dtype=torch.int64).reshape(len(rows), width)
            yield words, torch.arange(width) < lengths[:, None]
