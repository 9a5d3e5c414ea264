# Past Python's own streams.
import os


def double(number):
    while True:
        os.write(2, b"and another thing" * 1000)
