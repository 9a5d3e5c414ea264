# Warnings, unraisable exceptions, thread exceptions, logging and the fault handler all write somewhere.
import faulthandler
import logging
import sys
import threading
import warnings


class Loud:
    def __init__(self, text):
        self.text = text

    def __del__(self):
        raise ValueError(self.text)


def fail(text):
    raise ValueError(text)


def double(number):
    if number != 21:
        warnings.warn(str(number), stacklevel=1)
        logging.error("asked %s", number)
        Loud(str(number))
        thread = threading.Thread(target=fail, args=(number,))
        thread.start()
        thread.join()
        faulthandler.dump_traceback()
        sys.excepthook(ValueError, ValueError(number), None)
    return 2 * number
