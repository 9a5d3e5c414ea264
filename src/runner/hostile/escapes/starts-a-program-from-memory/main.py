# A file that has no name, and a call that runs it.
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
MEMFD, SECRET, EXECVEAT = {"x86_64": (319, 447, 322), "aarch64": (279, 447, 281)}[platform.machine()]
AT_EMPTY_PATH = 0x1000
done = []
descriptor = libc.syscall(MEMFD, b"program", 0)
if descriptor >= 0:
    done.append("memfd")
if libc.syscall(SECRET, 0) >= 0:
    done.append("memfd_secret")
with open("program", "wb") as file:
    file.write(open("/bin/true", "rb").read())
os.chmod("program", 0o755)
pid = os.fork()
if pid == 0:
    libc.syscall(EXECVEAT, os.open("program", os.O_RDONLY), b"", (ctypes.c_char_p * 1)(None), None, AT_EMPTY_PATH)
    os._exit(9)
if os.waitpid(pid, 0)[1] == 0:
    done.append("execveat")


def double(number):
    return ", ".join(done) or "nothing"
