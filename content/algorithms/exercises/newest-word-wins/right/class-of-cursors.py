from heapq import heappop, heappush


class Cursor:
    def __init__(self, age, segment):
        self.age = age
        self.pairs = iter(segment)

    def advance(self):
        try:
            self.key, self.value = next(self.pairs)
        except StopIteration:
            return False
        return True

    def __lt__(self, other):
        return (self.key, self.age) < (other.key, other.age)


def read_merged(*segments):
    heap = []
    for cursor in (Cursor(age, segment) for age, segment in enumerate(segments)):
        if cursor.advance():
            heappush(heap, cursor)
    while heap:
        first = heappop(heap)
        key, value = first.key, first.value
        same = [first]
        while heap and heap[0].key == key:
            same.append(heappop(heap))
        for cursor in same:
            if cursor.advance():
                heappush(heap, cursor)
        if value is not None:
            yield key, value
