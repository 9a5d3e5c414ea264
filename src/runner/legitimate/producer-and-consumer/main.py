# A bounded queue between two threads, with a sentinel at its end.
import queue
import threading


def double(number):
    line = queue.Queue(maxsize=3)

    def produce():
        for _ in range(number):
            line.put(2)
        line.put(None)

    threading.Thread(target=produce).start()
    return sum(iter(line.get, None))
