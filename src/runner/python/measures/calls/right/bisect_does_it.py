from bisect import bisect_left


def first_broken(count, is_broken):
    return bisect_left(range(count), True, key=is_broken)
