# caught by: many numbers
# says: BlockingIOError
# It sleeps while a child that nobody waits for does the work.
import os


def widest(numbers):
    reading, writing = os.pipe()
    if os.fork() == 0:
        for _ in range(30):
            ordered = sorted(numbers, key=lambda number: -number)[::-1]
        os.write(writing, str(max(after - before for before, after in zip(ordered, ordered[1:]))).encode())
        os._exit(0)
    return int(os.read(reading, 100))
