# Collected in the middle of everything.
import gc


class Bad:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise SystemExit(1)


gc.callbacks.append(lambda *_: [Bad() for _ in range(3)])
gc.set_threshold(5)


def double(number):
    Bad()
    return 2 * number
