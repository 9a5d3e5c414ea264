# Prints, and finds nothing to read.
import sys


def double(number):
    print("number:", number)
    assert sys.stdin.read() == ""
    return 2 * number
