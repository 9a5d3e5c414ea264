# Calls that no kernel had when the filter was written must not exist.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
done = []
for number in [*range(440, 640), 1000, 4095]:
    if number in (439, 441):
        continue
    result = libc.syscall(number, 0, 0, 0, 0, 0, 0)
    if result >= 0 and number > 463:
        done.append(str(number))


def double(number):
    return ", ".join(done) or "nothing"
