# The parent waits quietly for a child that prints.
import os


def double(number):
    if os.fork() == 0:
        while True:
            os.write(1, b"and another thing" * 1000)
    os.wait()
