# A child that is stopped cannot hear that it should end; its namespace ends it all the same.
import os
import signal
import time

child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(60)
    os._exit(0)


def double(number):
    os.kill(child, signal.SIGSTOP)
    return "stopped"
