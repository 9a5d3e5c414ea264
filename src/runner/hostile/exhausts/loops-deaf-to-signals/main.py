# Ignores every signal that can be ignored and swallows every exception.
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def double(number):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
