# The kernel's limit on data does not count shared mappings.
import mmap


def double(number):
    held = mmap.mmap(-1, 2**32)
    for place in range(0, 2**32, 4096):
        held[place] = 1
