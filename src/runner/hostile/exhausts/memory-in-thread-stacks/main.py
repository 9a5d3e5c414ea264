# A thread a time, each with a large stack, none of which ends.
import threading
import time

threading.stack_size(16 * 2**20)


def double(number):
    while True:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
