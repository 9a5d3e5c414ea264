# POSIX message queues.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
O_RDWR, O_CREAT = 2, 64
done = [str(name) for name in (b"/onsite", b"/x") if libc.mq_open(name, O_RDWR | O_CREAT, 0o666, None) >= 0]


def double(number):
    return ", ".join(done) or "nothing"
