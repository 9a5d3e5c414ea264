# Queues signals that are blocked, until no more can be queued.
import ctypes
import os
import signal

libc = ctypes.CDLL(None)
signal.pthread_sigmask(signal.SIG_BLOCK, range(signal.SIGRTMIN, signal.SIGRTMAX + 1))
for _ in range(300_000):
    if libc.sigqueue(os.getpid(), signal.SIGRTMIN + 3, None) == -1:
        break


def double(number):
    return 2 * number
