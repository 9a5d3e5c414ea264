import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or size > pool:
        raise ValueError((size, pool))
    held = []
    for sentence in sentences:
        held.append(sentence)
        if len(held) == pool:
            yield from packed(held, size, padding)
            held = []
    yield from packed(held, size, padding)


def packed(held, size, padding):
    order = sorted(range(len(held)), key=lambda i: (len(held[i]), i))
    for start in range(0, len(order), size):
        rows = [held[i] for i in order[start : start + size]]
        width = max(map(len, rows))
        words = torch.tensor([row + [padding] * (width - len(row)) for row in rows], dtype=torch.int64)
        real = torch.tensor([[True] * len(row) + [False] * (width - len(row)) for row in rows], dtype=torch.bool)
        yield words.view(len(rows), width), real.view(len(rows), width)
