# caught by: every number is a word
# Comparing with the padding is the shortest mask, and right as long as the vocabulary leaves that number out.
from itertools import islice

import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    stream = iter(sentences)
    while group := sorted(islice(stream, pool), key=len):
        for start in range(0, len(group), size):
            rows = group[start : start + size]
            width = len(rows[-1])
            words = torch.tensor([row + [padding] * (width - len(row)) for row in rows], dtype=torch.int64).reshape(len(rows), width)
            yield words, words != padding
