# Costs nothing but patience.
import time


def double(number):
    time.sleep(60)
