# A child, a pipe, and its exit code.
import os


def double(number):
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writing, str(2 * number).encode())
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    return int(os.read(reading, 100))
