# caught by: the example
# The pair itself goes into the heap; when two keys are equal, Python goes on to compare the values.
import heapq


def read_merged(*segments):
    heap = []
    for age, segment in enumerate(segments):
        pairs = iter(segment)
        for pair in pairs:
            heapq.heappush(heap, (pair, age, pairs))
            break
    last = None
    while heap:
        (key, value), age, pairs = heapq.heappop(heap)
        if key != last and value is not None:
            yield key, value
        last = key
        for pair in pairs:
            heapq.heappush(heap, (pair, age, pairs))
            break
