"""A second opinion on files, signals and TCP, where the kernel has Landlock: it would hold if a mount or a namespace did not.

Needs no rights. An older kernel lacks some of it or all; nothing else depends on it.
"""
import ctypes
import os
import struct

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every processor
VERSION, PATH_BENEATH = 1, 1
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE, IOCTL_DEVICE = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 14, 1 << 15
# Rights over files that each version of the interface knows, from the first on; the last stands for all after it.
FILES = (0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF)
TCP, TCP_SINCE = 0b11, 4  # bind and connect
SCOPES, SCOPES_SINCE = 0b11, 6  # abstract sockets and signals of processes outside
OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEVICE


def version(libc):
    """0 where there is no Landlock."""
    return max(0, libc.syscall(ctypes.c_long(CREATE_RULESET), None, ctypes.c_size_t(0), ctypes.c_uint(VERSION)))


def restrict(libc, known, written, programs, network):
    """
    From here on this process and all it starts write below `written` only, start what lies below `programs`, and use no TCP
    unless `network`. `known` is the version; needs no_new_privs. Raises OSError where the kernel refuses.
    """
    files = FILES[min(known, len(FILES)) - 1]
    everything = struct.pack("<QQQ", files, 0 if network or known < TCP_SINCE else TCP, SCOPES if known >= SCOPES_SINCE else 0)
    ruleset = _call(libc, CREATE_RULESET, everything, ctypes.c_size_t(len(everything)), ctypes.c_uint(0))
    try:
        rules = [("/", READ_FILE | READ_DIR), *((path, files & ~EXECUTE) for path in written), *((path, EXECUTE) for path in programs)]
        for path, rights in rules:
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                rule = struct.pack("<Qi", files & (rights if os.path.isdir(path) else rights & OF_A_FILE), folder)
                _call(libc, ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(PATH_BENEATH), rule, ctypes.c_uint(0))
            finally:
                os.close(folder)
        _call(libc, RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint(0))
    finally:
        os.close(ruleset)


def _call(libc, number, *arguments):
    result = libc.syscall(ctypes.c_long(number), *arguments)
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"landlock: {os.strerror(error)}")
    return result
