# A timer that raises wherever the process happens to be.
import signal


def raise_it(*_):
    raise ValueError("alarm")


signal.signal(signal.SIGALRM, raise_it)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


def double(number):
    return 0
