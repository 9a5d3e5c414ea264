# An exception whose text never ends.
class Endless(Exception):
    def __str__(self):
        while True:
            pass


def double(number):
    raise Endless
