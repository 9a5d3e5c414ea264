# Ends in one way or another by what it was asked: what is told must not depend on more than the kind of end.
import os


def double(number):
    if type(number) is str:
        os.kill(os.getpid(), 9)
        os._exit(sum(map(ord, number)) % 256)
    return 2 * number
