# The number of the signal that it ends by tells a little too.
import ctypes


def double(number):
    if type(number) is str:
        ctypes.string_at(0)
    return 2 * number
