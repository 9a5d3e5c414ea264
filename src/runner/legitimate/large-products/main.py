# Products large enough for the library to want threads, and a pool of threads that make more.
from concurrent.futures import ThreadPoolExecutor

import numpy as np


def double(number):
    a = np.ones((800, 800))
    with ThreadPoolExecutor(4) as pool:
        products = list(pool.map(lambda _: a @ a, range(4)))
    assert all(product[0, 0] == 800 for product in products)
    return number * 2
