"""Large pages for what a warm interpreter has in memory: a fork copies one entry for each page, and its end undoes each.

Most of PyTorch's interpreter is a hundred thousand small pages; put together, a fork and its end cost a third. A fork that writes
to a large page gets a copy of the small part that it writes to.
"""
import ctypes
import re
import sys

LARGE = 2 * 1024 * 1024
MADV_COLLAPSE = 25  # since Linux 6.1: now, and whatever the system's own policy is
MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \d+\s*(.*)")


def collapse():
    """Puts together what can be; where the system refuses all stays as it is."""
    if sys.platform != "linux":
        return
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for start, end in _own():
        for address in range(-(-start // LARGE) * LARGE, end - LARGE + 1, LARGE):
            madvise(address, LARGE, MADV_COLLAPSE)


def _own():
    """Ranges of memory that belong to no file and can be written."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as file:
            lines = file.read().splitlines()
    except OSError:
        return
    for line in lines:
        start, end, rights, name = MAPPING.match(line).groups()
        if rights.startswith("rw-p") and name in ("", "[heap]"):
            yield int(start, 16), int(end, 16)
