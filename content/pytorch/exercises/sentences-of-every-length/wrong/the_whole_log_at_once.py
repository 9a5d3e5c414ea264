# caught by: how far it reads
# A list can be sliced, so everything is read first; it works on every file that fits in memory.
import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    sentences = list(sentences)
    for first in range(0, len(sentences), pool):
        group = sorted(sentences[first : first + pool], key=len)
        for start in range(0, len(group), size):
            rows = group[start : start + size]
            width = len(rows[-1])
            words = torch.full((len(rows), width), padding)
            real = torch.zeros(len(rows), width, dtype=torch.bool)
            for i, row in enumerate(rows):
                words[i, : len(row)] = torch.tensor(row, dtype=torch.int64)
                real[i, : len(row)] = True
            yield words, real
