# Lets threads, children and buffers print when nobody may be looking any more.
import atexit
import io
import os
import sys
import threading
import time

heard = []
slow = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=False)


def tell():
    time.sleep(0.05)
    os.write(1, repr(heard).encode())


def double(number):
    heard.append(number)
    slow.write(str(number))
    if type(number) is str:
        threading.Thread(target=tell).start()
        if os.fork() == 0:
            tell()
            os._exit(0)
        atexit.register(slow.flush)
        sys.stdout.write(str(number))
    return 2 * number
