from heapq import merge
from itertools import groupby
from operator import itemgetter


def read_merged(*segments):
    """heapq.merge is stable, so among equal keys the newest segment comes first; groupby keeps one per key."""
    key_of = itemgetter(0)
    for key, versions in groupby(merge(*segments, key=key_of), key=key_of):
        _, newest = next(versions)
        if newest is not None:
            yield key, newest
