# Profiles, traces memory, asks for its use of resources, times.
import cProfile
import resource
import sys
import timeit
import tracemalloc


def double(number):
    tracemalloc.start()
    block = bytearray(2**20)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    profile = cProfile.Profile()
    answer = profile.runcall(lambda: 2 * number)
    assert size >= len(block) and sys.getsizeof(block) > 2**20 and timeit.timeit("1 + 1", number=10) >= 0
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime >= 0 and profile.getstats()
    return answer
