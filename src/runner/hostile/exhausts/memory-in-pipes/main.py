# Pipes can be made a megabyte large, at the expense of everybody with the same account.
import fcntl
import os

held = []


def double(number):
    while True:
        reading, writing = os.pipe()
        held.append((reading, writing))
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 2**20)
        os.set_blocking(writing, False)
        os.write(writing, bytes(2**20))
