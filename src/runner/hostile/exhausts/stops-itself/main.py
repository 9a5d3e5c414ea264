# Hopes to be waited for.
import os
import signal


def double(number):
    os.kill(os.getpid(), signal.SIGSTOP)
    return "stopped"
