import heapq


class in_order:
    def __init__(self, readings, slack, too_late):
        if slack < 0:
            raise ValueError("a slack is not negative")
        self.source = None
        self.readings, self.slack, self.too_late = readings, slack, too_late
        self.heap, self.number, self.newest, self.ended = [], 0, float("-inf"), False

    def __iter__(self):
        return self

    def __next__(self):
        if self.source is None:
            self.source = iter(self.readings)
        while not self._ready():
            if self.ended:
                raise StopIteration
            self._take()
        return heapq.heappop(self.heap)[-1]

    def _ready(self):
        return bool(self.heap) and (self.ended or self.heap[0][0] <= self.newest - self.slack)

    def _take(self):
        try:
            item = next(self.source)
        except StopIteration:
            self.ended = True
            return
        if item[0] < self.newest - self.slack:
            self.too_late(item)
            return
        self.newest = max(self.newest, item[0])
        self.number += 1
        heapq.heappush(self.heap, (item[0], self.number, item))
