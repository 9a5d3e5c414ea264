# Pipes, links and odd names where a host that looks into the folder would stumble over them.
import os
import shutil

try:
    os.mkfifo("pipe")
except OSError:
    pass
os.symlink("loop", "loop")
os.symlink("/", "root")
os.makedirs("a" * 200 + "/" + "b" * 200)
open("-rf *", "x").close()
open("new\nline", "x").close()
open(b"\xff\xfe", "x").close()
os.mkdir("closed", 0)
os.rename(".tmp", "moved") if os.path.isdir(".tmp") else None
shutil.rmtree(".shm", ignore_errors=True)
os.symlink("/dev/zero", ".shm")


def double(number):
    return "nothing"
