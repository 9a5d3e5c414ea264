# Processes by fork, and their results by a pool.
import multiprocessing


def add(pair):
    return sum(pair)


def double(number):
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return sum(pool.map(add, [(number, 0)] * 2))
