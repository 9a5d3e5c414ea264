# Another interpreter, and a pipe of two programs of the system.
import subprocess
import sys

factor = int(subprocess.run([sys.executable, "-c", "print(2)"], capture_output=True, text=True, check=True).stdout)


def double(number):
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as cat:
        out, _ = cat.communicate(str(number))
    return factor * int(out)
