# Threads that hold the interpreter's lock as long as they may.
import sys
import threading

sys.setswitchinterval(100)


def greedy():
    while True:
        sum(range(10_000))


for _ in range(8):
    threading.Thread(target=greedy, daemon=True).start()


def double(number):
    return 2 * number
