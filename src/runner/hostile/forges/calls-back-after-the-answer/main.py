# A thread that calls when its call has long been answered.
import threading
import time

late = []


def visit(tell):
    def wait():
        time.sleep(0.05)
        try:
            for _ in range(20):
                tell(1)
        except BaseException as problem:
            late.append(type(problem).__name__)

    threading.Thread(target=wait).start()


def pause():
    time.sleep(0.2)
    return late
