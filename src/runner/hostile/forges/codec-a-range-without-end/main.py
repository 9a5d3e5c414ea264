# Three numbers that stand for a quintillion.
def numbers():
    return range(2**60)
