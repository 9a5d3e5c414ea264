# A deadlock of two threads.
import threading
import time

one, other = threading.Lock(), threading.Lock()


def take(first, second):
    with first:
        time.sleep(0.05)
        with second:
            pass


def double(number):
    threads = [threading.Thread(target=take, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 2 * number
