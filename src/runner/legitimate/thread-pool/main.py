# Futures of a pool of threads, in the order in which they are done.
from concurrent.futures import ThreadPoolExecutor, as_completed


def double(number):
    with ThreadPoolExecutor(8) as pool:
        return sum(future.result() for future in as_completed([pool.submit(pow, number, 1) for _ in range(2)]))
