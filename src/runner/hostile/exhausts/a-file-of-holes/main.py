# A terabyte that takes no space.
import os


def double(number):
    with open("holes", "wb") as file:
        os.truncate(file.fileno(), 2**40)
    return os.stat("holes").st_size
