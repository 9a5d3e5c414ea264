# Children that the kernel buries by itself leave their time to nobody.
import os
import signal
import time


def double(number):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    burnt = 0
    while burnt < 150:
        pid = os.fork()
        if pid == 0:
            started = time.process_time()
            while time.process_time() - started < 0.01:
                pass
            os._exit(0)
        burnt += 1
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass
    return 2 * number
