# An exception with a very long message and a very long story.
def deeper(depth):
    if depth == 0:
        raise RuntimeError("x" * 50_000_000)
    deeper(depth - 1)


def double(number):
    deeper(900)
