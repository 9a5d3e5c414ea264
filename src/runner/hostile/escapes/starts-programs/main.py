# Every way that Python has of starting another program.
import ctypes
import os
import subprocess
import sys

done = []
try:
    if subprocess.run(["/bin/true"]).returncode == 0:
        done.append("subprocess")
except OSError:
    pass
if os.system("true") == 0:
    done.append("system")
try:
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", "pass"], {})
    if os.waitpid(pid, 0)[1] == 0:
        done.append("posix_spawn")
except OSError:
    pass
pid = os.fork()
if pid == 0:
    try:
        os.execv("/bin/true", ["true"])
    except OSError:
        os._exit(9)
if os.waitpid(pid, 0)[1] == 0:
    done.append("exec")
pid = os.fork()
if pid == 0:
    os.dup2(os.open("/bin/true", os.O_RDONLY), 9)
    ctypes.CDLL(None).fexecve(9, (ctypes.c_char_p * 2)(b"true", None), (ctypes.c_char_p * 1)(None))
    os._exit(9)
if os.waitpid(pid, 0)[1] == 0:
    done.append("fexecve")


def double(number):
    return ", ".join(done) or "nothing"
