import torch


class batches:
    def __init__(self, sentences, size, pool, padding=0):
        if size < 1:
            raise ValueError("size")
        if pool < size:
            raise ValueError("pool")
        self.source, self.size, self.pool, self.padding = iter(sentences), size, pool, padding
        self.ready = []

    def __iter__(self):
        return self

    def __next__(self):
        if not self.ready:
            while len(self.ready) < self.pool:
                try:
                    self.ready.append(next(self.source))
                except StopIteration:
                    break
            if not self.ready:
                raise StopIteration
            self.ready.sort(key=len)
        rows, self.ready = self.ready[: self.size], self.ready[self.size :]
        width = len(rows[-1])
        words = torch.empty(len(rows), width, dtype=torch.long)
        real = torch.empty(len(rows), width, dtype=torch.bool)
        for i, row in enumerate(rows):
            for j in range(width):
                words[i, j] = row[j] if j < len(row) else self.padding
                real[i, j] = j < len(row)
        return words, real
