# Holds the interpreter's lock in C code that never looks at signals.
import collections
import itertools


def double(number):
    collections.deque(itertools.repeat(number), maxlen=0)
