# Prints what it is asked, by every stream that there is.
import os
import sys


def double(number):
    print("called with", number)
    if number != 21:
        print("called with", number, file=sys.stderr)
        sys.__stdout__.write(f"called with {number}\n")
        os.write(1, f"called with {number}\n".encode())
        os.write(2, f"called with {number}\n".encode())
        sys.stdout.flush()
    return 2 * number
