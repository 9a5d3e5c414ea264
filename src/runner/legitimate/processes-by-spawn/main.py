# Processes that start from nothing, as on other systems.
import math
import multiprocessing

context = multiprocessing.get_context("spawn")


def double(number):
    process = context.Process(target=math.prod, args=((2, number),))
    process.start()
    process.join()
    assert process.exitcode == 0, "the process did not start"
    with context.Pool(1) as pool:
        return pool.apply(math.prod, ((2, number),))
