# A handler, an alarm, a signal to itself.
import os
import signal
import time

seen = []
signal.signal(signal.SIGUSR1, lambda *_: seen.append("usr1"))
signal.signal(signal.SIGALRM, lambda *_: seen.append("alarm"))


def double(number):
    seen.clear()
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    while len(seen) < 2:
        time.sleep(0.001)
    return len(seen) * number
