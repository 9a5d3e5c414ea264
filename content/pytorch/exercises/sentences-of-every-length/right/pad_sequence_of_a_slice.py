import itertools

import torch
from torch.nn.utils.rnn import pad_sequence


def batches(sentences, size, pool, padding=0):
    if not 1 <= size <= pool:
        raise ValueError("size must be at least 1 and at most pool")

    def generate():
        iterator = iter(sentences)
        while True:
            part = [torch.tensor(s, dtype=torch.int64) for s in itertools.islice(iterator, pool)]
            if not part:
                return
            part.sort(key=len)
            for start in range(0, len(part), size):
                rows = part[start : start + size]
                words = pad_sequence(rows, batch_first=True, padding_value=padding)
                real = pad_sequence([torch.ones(len(r), dtype=torch.bool) for r in rows], batch_first=True)
                yield words, real

    return generate()
