# Walks through memory so that the caches hold nothing of anybody else's, and gives its core away at every step.
import os

block = bytearray(2**24)
for place in range(0, len(block), 64):
    block[place] ^= 1
    if place % 65536 == 0:
        os.sched_yield()


def double(number):
    return "nothing"
