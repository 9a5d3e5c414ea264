# No child lives long enough to be seen, each leaves its time behind.
import os
import time


def double(number):
    while True:
        if os.fork() == 0:
            started = time.perf_counter()
            while time.perf_counter() - started < 0.004:
                pass
            os._exit(0)
        os.wait()
