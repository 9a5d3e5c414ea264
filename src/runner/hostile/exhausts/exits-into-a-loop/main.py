# Everything that Python runs at its end runs for ever.
import atexit
import threading


def forever():
    while True:
        pass


atexit.register(forever)
threading._register_atexit(forever)


def double(number):
    return 2 * number
