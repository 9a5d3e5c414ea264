# No process takes more than its limit; together they do.
import os
import time


def double(number):
    for _ in range(8):
        if os.fork() == 0:
            held = b"x" * (40 * 2**20)
            time.sleep(60)
    time.sleep(60)
