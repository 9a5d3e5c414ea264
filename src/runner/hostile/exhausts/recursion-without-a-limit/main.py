# Lifts the interpreter's own brake first.
import sys

sys.setrecursionlimit(2**31 - 1)


def double(number):
    return double(number) + 1
