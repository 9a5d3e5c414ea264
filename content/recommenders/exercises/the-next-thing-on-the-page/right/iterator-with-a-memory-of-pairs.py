class Page:
    """An iterator instead of a generator; the rule word for word, with each pair remembered."""

    def __init__(self, appeal, likeness, v):
        self.appeal, self.ask, self.v = [float(a) for a in appeal], likeness, float(v)
        self.known, self.shown = {}, []

    def likeness(self, i, j):
        pair = (min(i, j), max(i, j))
        if pair not in self.known:
            self.known[pair] = self.ask(*pair)
        return self.known[pair]

    def value(self, i):
        if not self.shown:
            return self.appeal[i]
        return (1 - self.v) * self.appeal[i] - self.v * max(self.likeness(i, j) for j in self.shown)

    def __iter__(self):
        return self

    def __next__(self):
        candidates = sorted(set(range(len(self.appeal))) - set(self.shown))
        if not candidates:
            raise StopIteration
        values = [self.value(i) for i in candidates]
        self.shown.append(candidates[values.index(max(values))])
        return self.shown[-1]


def arrange(appeal, likeness, v):
    yield from Page(appeal, likeness, v)
