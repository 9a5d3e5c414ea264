# caught by: the example
# A deleted key is not shown, so its pair is filtered out on the way in, and the older version comes back.
from heapq import merge
from itertools import groupby


def read_merged(*segments):
    alive = [((key, value) for key, value in segment if value is not None) for segment in segments]
    for key, versions in groupby(merge(*alive, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        yield key, next(versions)[1]
