# Deeper than Python allows at first: it may be allowed more.
import sys

sys.setrecursionlimit(60_000)


def count(depth):
    return 0 if depth == 0 else 1 + count(depth - 1)


def double(number):
    return number + count(50_000) - 50_000 + number
