# caught by: the example
# The arguments are read as a history, oldest first, so the last writer of a key is taken to be the newest.
from heapq import merge
from itertools import groupby


def read_merged(*segments):
    for key, versions in groupby(merge(*segments, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        *_, last = versions
        if last[1] is not None:
            yield key, last[1]
