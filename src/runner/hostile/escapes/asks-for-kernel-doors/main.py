# Interfaces that were the way in of many a kernel bug.
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
X86 = {"bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "fanotify_init": 300, "name_to_handle_at": 303, "open_by_handle_at": 304, "lookup_dcookie": 212, "vmsplice": 278, "modify_ldt": 154, "iopl": 172, "ioperm": 173}
ARM = {"bpf": 280, "perf_event_open": 241, "userfaultfd": 282, "fanotify_init": 262, "name_to_handle_at": 264, "open_by_handle_at": 265, "lookup_dcookie": 18, "vmsplice": 75}
numbers = {"x86_64": X86, "aarch64": ARM}[platform.machine()]
block = ctypes.create_string_buffer(128)
ARGUMENTS = {"bpf": (0, block, 128), "perf_event_open": (block, 0, -1, -1, 0), "userfaultfd": (1,), "modify_ldt": (0, block, 128)}
EPERM, ENOSYS = 1, 38
done = []
for name, number in numbers.items():
    result = libc.syscall(number, *ARGUMENTS.get(name, (0, 0, 0, 0, 0)))
    if result >= 0 or ctypes.get_errno() not in (EPERM, ENOSYS):
        done.append(name)


def double(number):
    return ", ".join(done) or "nothing"
