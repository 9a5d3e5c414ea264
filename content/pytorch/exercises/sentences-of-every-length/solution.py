from itertools import islice

import torch


def batches(sentences, size, pool, padding=0):
    if size < 1 or pool < size:
        raise ValueError(f"size {size} and pool {pool} do not go together")
    # One iterator for the whole log: islice takes the next `pool` from where the last one stopped, and asks for no more.
    stream = iter(sentences)
    while group := list(islice(stream, pool)):
        group.sort(key=len)  # stable: equal lengths stay in order
        for start in range(0, len(group), size):
            yield rectangle(group[start : start + size], padding)


def rectangle(rows, padding):
    lengths = torch.tensor([len(row) for row in rows])
    width = int(lengths.max())
    # The mask comes from the lengths: a word may have the padding's number.
    real = torch.arange(width) < lengths[:, None]
    words = torch.full((len(rows), width), padding, dtype=torch.int64)
    # Boolean assignment fills row by row, which is the order of the concatenated sentences.
    words[real] = torch.tensor([word for row in rows for word in row], dtype=torch.int64)
    return words, real
