# Tells the C library that all is lost.
import os


def double(number):
    os.abort()
