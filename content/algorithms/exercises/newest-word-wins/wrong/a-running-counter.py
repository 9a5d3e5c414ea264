# caught by: drawn segments
# A running counter breaks ties without comparing values, but it says who was read last, not who is newest.
import heapq
from itertools import count


def read_merged(*segments):
    order = count()
    heap = []
    for segment in segments:
        pairs = iter(segment)
        for key, value in pairs:
            heapq.heappush(heap, (key, next(order), value, pairs))
            break
    last = None
    while heap:
        key, _, value, pairs = heapq.heappop(heap)
        if key != last and value is not None:
            yield key, value
        last = key
        for next_key, next_value in pairs:
            heapq.heappush(heap, (next_key, next(order), next_value, pairs))
            break
