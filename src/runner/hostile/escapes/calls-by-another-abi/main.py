# System calls of the x32 numbering, which a filter of plain numbers would miss. Elsewhere the number is simply unknown, so it crashes itself.
import ctypes
import platform

libc = ctypes.CDLL(None)


def double(number):
    libc.syscall(0x40000000 | 39)
    if platform.machine() != "x86_64":
        ctypes.string_at(0)
    return "the call came back"
