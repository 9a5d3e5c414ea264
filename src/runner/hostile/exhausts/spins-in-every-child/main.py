# The parent hardly computes anything: its children do.
import os
import time


def double(number):
    for _ in range(4):
        if os.fork() == 0:
            while True:
                pass
    time.sleep(60)
