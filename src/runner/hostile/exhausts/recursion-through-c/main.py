# Recursion whose frames lie on the C stack, where no limit of Python's counts them.
import sys

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 0 else getattr(Deep(), name)

    def __repr__(self):
        return repr([self])


def double(number):
    return repr(Deep())
