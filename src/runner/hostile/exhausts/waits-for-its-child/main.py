# The child waits for the parent and the parent for the child.
import os


def double(number):
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.read(reading, 1)
        os._exit(0)
    os.wait()
    os.write(writing, b"x")
