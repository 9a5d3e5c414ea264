# The C library, a struct, a callback.
import ctypes

libc = ctypes.CDLL(None)


class Pair(ctypes.Structure):
    _fields_ = [("one", ctypes.c_int), ("other", ctypes.c_int)]


def double(number):
    numbers = (ctypes.c_int * 3)(3, 1, 2)
    compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))(lambda a, b: a[0] - b[0])
    libc.qsort(numbers, 3, ctypes.sizeof(ctypes.c_int), compare)
    assert list(numbers) == [1, 2, 3] and libc.abs(-5) == 5
    pair = Pair(number, number)
    return pair.one + pair.other
