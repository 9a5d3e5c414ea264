# Heaps, bisection, queues, counters, chains, iterators, arrays, structs.
import array
import bisect
import collections
import heapq
import itertools
import struct


def double(number):
    heap = [number, number + 1, 0]
    heapq.heapify(heap)
    heapq.heappop(heap)
    line = collections.deque(maxlen=2)
    line.extend([0, number, heap[0]])
    total = sum(itertools.accumulate(line))
    chain = collections.ChainMap({}, collections.Counter({"n": total}))
    place = bisect.bisect(range(10_000), chain["n"])
    numbers = array.array("q", [place - 1 - number])
    return struct.unpack("<q", struct.pack("<q", numbers[0]))[0]
