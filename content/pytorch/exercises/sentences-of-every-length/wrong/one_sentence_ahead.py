# caught by: how far it reads
# The pool is delivered when the next sentence arrives and does not fit any more: one read too many.
import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError
    held = []
    for sentence in sentences:
        if len(held) == pool:
            yield from packed(held, size, padding)
            held = []
        held.append(sentence)
    yield from packed(held, size, padding)


def packed(held, size, padding):
    held = sorted(held, key=len)
    for start in range(0, len(held), size):
        rows = held[start : start + size]
        lengths = torch.tensor([len(row) for row in rows])
        width = int(lengths.max())
        words = torch.tensor([row + [padding] * (width - len(row)) for row in rows], dtype=torch.int64).reshape(len(rows), width)
        yield words, torch.arange(width) < lengths[:, None]
