# caught by: values of every kind
# `if value` is a habit; 0, False and the empty list are values, only None is a deletion.
from heapq import merge


def read_merged(*segments):
    last = None
    for key, value in merge(*segments, key=lambda pair: pair[0]):
        if key != last and value:
            yield key, value
        last = key
