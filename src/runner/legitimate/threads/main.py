# A thread, a lock, an event, a thread's own storage.
import threading

local = threading.local()


def double(number):
    total, lock, done = [], threading.Lock(), threading.Event()

    def add():
        local.share = number
        with lock:
            total.append(local.share)
        if len(total) == 2:
            done.set()

    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    done.wait()
    for thread in threads:
        thread.join()
    return sum(total)
