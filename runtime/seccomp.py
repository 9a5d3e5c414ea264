"""System calls that a job may not make, as a filter for the kernel (classic BPF), written without a library.

A denylist: programs that use numpy, pandas or PyTorch make a few hundred different calls, and one that is missing from an
allowlist would fail a right answer. What is denied: looking into or steering other processes, namespaces and mounts,
kernel keys, modules and tracing, sockets that are not local, System V and POSIX message passing, starting programs.
Calls newer than this table do not exist for a job.
"""
import ctypes
import os
import struct

# Call: number on x86_64, on aarch64; None where there is none.
TABLE = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272), "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "unshare": (272, 97), "setns": (308, 268),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "memfd_create": (319, 279), "memfd_secret": (447, 447),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "shmget": (29, 194), "shmctl": (31, 195), "shmat": (30, 196), "shmdt": (67, 197), "semget": (64, 190), "semctl": (66, 191),
    "semtimedop": (220, 192), "semop": (65, 193), "msgget": (68, 186), "msgctl": (71, 187), "msgrcv": (70, 188), "msgsnd": (69, 189),
    "mq_open": (240, 180), "mq_unlink": (241, 181), "mq_timedsend": (242, 182), "mq_timedreceive": (243, 183), "mq_notify": (244, 184),
    "mq_getsetattr": (245, 185),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "reboot": (169, 142), "swapon": (167, 224), "swapoff": (168, 225), "quotactl": (179, 60), "quotactl_fd": (443, 443), "acct": (163, 89),
    "syslog": (103, 116), "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "sethostname": (170, 161), "setdomainname": (171, 162), "personality": (135, 92), "lookup_dcookie": (212, 18),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "fanotify_init": (300, 262), "fanotify_mark": (301, 263),
    "vhangup": (153, 58), "move_pages": (279, 239), "migrate_pages": (256, 238), "mbind": (237, 235), "set_mempolicy": (238, 237),
    "set_mempolicy_home_node": (450, 450), "vmsplice": (278, 75),
    "iopl": (172, None), "ioperm": (173, None), "modify_ldt": (154, None), "uselib": (134, None), "ustat": (136, None), "sysfs": (139, None),
}
PROGRAMS = {"execve": (59, 221), "execveat": (322, 281)}
SPECIAL = {"clone": (56, 220), "clone3": (435, 435), "socket": (41, 198), "ioctl": (16, 29)}
ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
HIGHEST = 467
X32 = 0x40000000

NEW_NAMESPACES = 0x7E020000
TIOCSTI = 0x5412
AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
ALLOW, KILL, ERROR, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050000, 1, 38
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, SECOND_ARGUMENT = 0, 4, 16, 24
PR_SET_SECCOMP, MODE_FILTER = 22, 2


def number(name):
    """Raises KeyError on an architecture that has no table."""
    column, _ = ARCHITECTURES[os.uname().machine]
    return {**TABLE, **PROGRAMS, **SPECIAL}[name][column]


def program(spawn, loopback):
    """The filter's instructions, packed. Raises KeyError on an architecture that has no table."""
    column, architecture = ARCHITECTURES[os.uname().machine]
    families = (AF_UNIX, AF_INET, AF_INET6) if loopback else (AF_UNIX,)
    denied = TABLE if spawn else {**TABLE, **PROGRAMS}
    code = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    code += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)] if column == 0 else []
    code += [(AT_LEAST, 0, 1, HIGHEST + 1), (RETURN, 0, 0, ERROR | ENOSYS)]
    # Without clone3 glibc falls back to clone, whose flags a filter can read.
    code += [(EQUAL, 0, 1, SPECIAL["clone3"][column]), (RETURN, 0, 0, ERROR | ENOSYS)]
    for numbers in denied.values():
        if numbers[column] is not None:
            code += [(EQUAL, 0, 1, numbers[column]), (RETURN, 0, 0, ERROR | EPERM)]
    code += when(SPECIAL["clone"][column], FIRST_ARGUMENT, [(ANY_BIT, 0, 1, NEW_NAMESPACES), (RETURN, 0, 0, ERROR | EPERM)])
    code += when(SPECIAL["ioctl"][column], SECOND_ARGUMENT, [(EQUAL, 0, 1, TIOCSTI), (RETURN, 0, 0, ERROR | EPERM)])
    allowed = [step for family in families for step in ((EQUAL, 0, 1, family), (RETURN, 0, 0, ALLOW))]
    code += when(SPECIAL["socket"][column], FIRST_ARGUMENT, [*allowed, (RETURN, 0, 0, ERROR | EPERM)])
    code += [(RETURN, 0, 0, ALLOW)]
    return b"".join(struct.pack("<HBBI", *step) for step in code)


def when(call, argument, steps):
    """Runs the steps on an argument of one call; whatever they let through is allowed."""
    steps = [(LOAD, 0, 0, argument), *steps, (RETURN, 0, 0, ALLOW)]
    return [(EQUAL, 0, len(steps), call), *steps]


def install(libc, instructions):
    """Holds for this process and all it starts, for ever."""
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    head = struct.pack("<HxxxxxxQ", len(instructions) // 8, ctypes.addressof(buffer))
    if libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.c_char_p(head), 0, 0) == -1:
        raise OSError(ctypes.get_errno(), "the system call filter was refused")
