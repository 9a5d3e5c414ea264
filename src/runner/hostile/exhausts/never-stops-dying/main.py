# An object that makes another one of itself when it goes.
class Phoenix:
    def __del__(self):
        while True:
            Phoenix()


hold = Phoenix()


def double(number):
    return 2 * number


import atexit

atexit.register(lambda: [None for _ in iter(int, 1)])
