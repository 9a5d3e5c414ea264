# Keys that all have the same hash make a dict a list.
def double(number):
    return len({key * (2**61 - 1) for key in range(1, 200_000)})
