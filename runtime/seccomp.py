"""The system calls that a job may make, as a filter for the kernel (classic BPF), written without a library.

An allowlist for each runtime, by name, in syscalls/: scripts/syscalls.mjs writes it from what the exercises' own programs call.
What is not on it does not exist for a job (ENOSYS, so that a library falls back to what it did on an older kernel), or is
refused (EPERM, so that whoever tries is told) where there is nothing to fall back to. Some allowed calls are looked into.
"""
import ctypes
import os
import struct

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "syscalls")

# Lists that make up what a job may call: each runtime has that of the smaller one too. A permission adds the list of its name.
LISTS = {"python": ("python",), "data": ("python", "data"), "torch": ("python", "data", "torch"), "judge": ("judge",)}

# Refused rather than absent. Calls that no list allows and that are not here do not exist.
REFUSED = {
    "looking into or steering other processes": "ptrace process_vm_readv process_vm_writev kcmp pidfd_getfd process_madvise process_mrelease",
    "mounts and namespaces": (
        "mount umount2 pivot_root chroot open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr unshare setns statmount listmount"
    ),
    "large and young parts of the kernel": "bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register io_setup io_submit",
    "memory that no limit counts": "memfd_create memfd_secret vmsplice",
    "keys, which outlive a job": "add_key request_key keyctl",
    "System V and POSIX message passing": (
        "shmget shmctl shmat shmdt semget semctl semtimedop semop msgget msgctl msgrcv msgsnd mq_open mq_unlink mq_timedsend mq_timedreceive "
        "mq_notify mq_getsetattr"
    ),
    "the machine itself": (
        "kexec_load kexec_file_load init_module finit_module delete_module reboot swapon swapoff quotactl quotactl_fd acct syslog settimeofday "
        "clock_settime adjtimex clock_adjtime sethostname setdomainname iopl ioperm modify_ldt vhangup sync syncfs"
    ),
    "other accounts and rights": (
        "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset personality seccomp"
    ),
    "who runs where and first": (
        "setpriority sched_setscheduler sched_setparam sched_setattr sched_setaffinity ioprio_set mbind set_mempolicy migrate_pages move_pages "
        "mlock mlock2 mlockall"
    ),
    "files by handle": "name_to_handle_at open_by_handle_at",
    "watching which shared files others open": "fanotify_init fanotify_mark inotify_init inotify_init1 inotify_add_watch",
    "starting programs": "execve execveat",
    "sockets": "socket socketpair",
}

# No list can allow it: without it glibc falls back to clone, whose flags a filter can read.
NEVER = ("clone3",)

ARCHITECTURES = {"x86_64": (1, 0xC000003E), "aarch64": (2, 0xC00000B7)}  # column of numbers.txt, AUDIT_ARCH_*
X32 = 0x40000000

NEW_NAMESPACES = 0x7E020000
FILE_KIND, NAMED_PIPE, PLAIN_FILE = 0o170000, 0o010000, 0o100000
AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_TYPE_MASK = 1, 2, 0xF
IPPROTO_TCP, IPPROTO_UDP = 6, 17
# Terminals' and files' harmless questions: TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX. Not TIOCSTI, which types for others.
IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ, PR_GET_NO_NEW_PRIVS, PR_SVE_GET_VL, PR_SET_VMA.
PRCTLS = (1, 2, 3, 15, 16, 23, 39, 51, 0x53564D41)

# Duplicates, flags, locks, F_DUPFD_CLOEXEC, F_GETPIPE_SZ. Not F_NOTIFY and F_SETLEASE, which tell of others' use of shared files.
FCNTLS = (1, 2, 3, 4, 1030, 0, 5, 6, 7, 36, 37, 38, 1032)

SIGCHLD = 17

ALLOW, KILL, ERROR, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050000, 1, 38
LOAD, AND, EQUAL, AT_LEAST, ANY_BIT, JUMP, RETURN = 0x20, 0x54, 0x15, 0x35, 0x45, 0x05, 0x06
NUMBER, ARCHITECTURE = 0, 4
ARGUMENTS = (16, 24, 32)  # the lower halves, which are all that these calls look at
FARTHEST = 255  # that a condition can jump
PR_SET_SECCOMP, MODE_FILTER = 22, 2

ALLOWED, DENIED, ABSENT = [(RETURN, 0, 0, ALLOW)], [(RETURN, 0, 0, ERROR | EPERM)], [(RETURN, 0, 0, ERROR | ENOSYS)]


def numbers(machine):
    """Numbers by name. Raises KeyError for a processor that has no table."""
    column, _ = ARCHITECTURES[machine]
    rows = [line.split() for line in _lines("numbers")]
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}


def number(name):
    return numbers(os.uname().machine)[name]


def allowed_names(runtime, permissions=()):
    """What a job of the runtime (or the judge) may call."""
    return {line.split()[0] for name in (*LISTS[runtime], *permissions) for line in _lines(name)}


def _lines(name):
    with open(os.path.join(FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


def program(runtime, permissions=(), machine=None):
    """The filter's instructions, packed. Raises KeyError on a processor that has no table."""
    machine = machine or os.uname().machine
    by_name = numbers(machine)
    actions = {by_name[name]: DENIED for names in REFUSED.values() for name in names.split() if name in by_name}
    for name in allowed_names(runtime, permissions):
        if name in by_name and name not in NEVER:
            actions[by_name[name]] = ALLOWED
    for name, steps in looked_into(runtime, permissions).items():
        if actions.get(by_name.get(name)) is ALLOWED:
            actions[by_name[name]] = steps
    code = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, ARCHITECTURES[machine][1]), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    code += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)] if machine == "x86_64" else []
    code += search(spans(actions))
    return b"".join(struct.pack("<HBBI", *step) for step in code)


def looked_into(runtime, permissions):
    """Calls of which only some uses are allowed, with the steps that decide."""
    local, internet = (AF_UNIX,), (AF_INET, AF_INET6)
    plain = [(LOAD, 0, 0, ARGUMENTS[1]), (AND, 0, 0, SOCK_TYPE_MASK), *unless((SOCK_STREAM, SOCK_DGRAM), DENIED)]
    plain += [(LOAD, 0, 0, ARGUMENTS[2]), *unless((0, IPPROTO_TCP, IPPROTO_UDP), DENIED), *ALLOWED]
    families = [(LOAD, 0, 0, ARGUMENTS[0]), *when(local, ALLOWED)]
    # Whoever ignores SIGCHLD has its children's CPU time vanish with them. Shells, compilers and PyTorch's loaders have to set it to something.
    minds_children = runtime == "torch" or "spawn" in permissions or "compile" in permissions
    return {
        **({} if minds_children else {"rt_sigaction": [(LOAD, 0, 0, ARGUMENTS[0]), *when((SIGCHLD,), DENIED), *ALLOWED]}),
        # A thread or a process, but no namespace.
        "clone": [(LOAD, 0, 0, ARGUMENTS[0]), (ANY_BIT, 0, 1, NEW_NAMESPACES), *DENIED, *ALLOWED],
        # No protocols but TCP and UDP: the others are much code that few have looked at.
        "socket": [*families, *unless(internet, DENIED), *plain] if "loopback" in permissions else [*families, *DENIED],
        "socketpair": [*families, *DENIED],
        "ioctl": [(LOAD, 0, 0, ARGUMENTS[1]), *unless(IOCTLS, DENIED), *ALLOWED],
        "fcntl": [(LOAD, 0, 0, ARGUMENTS[1]), *unless(FCNTLS, DENIED), *ALLOWED],
        # A pipe with a name or a plain file; devices would be nobody's to open anyway.
        "mknod": [(LOAD, 0, 0, ARGUMENTS[1]), (AND, 0, 0, FILE_KIND), *unless((NAMED_PIPE, PLAIN_FILE, 0), DENIED), *ALLOWED],
        "mknodat": [(LOAD, 0, 0, ARGUMENTS[2]), (AND, 0, 0, FILE_KIND), *unless((NAMED_PIPE, PLAIN_FILE, 0), DENIED), *ALLOWED],
        "prctl": [(LOAD, 0, 0, ARGUMENTS[0]), *unless(PRCTLS, DENIED), *ALLOWED],
    }


def when(values, steps):
    """Does the steps for any of the values, or goes on."""
    last = len(values) - 1
    return [(EQUAL, last - place, 0 if place < last else len(steps), value) for place, value in enumerate(values)] + steps


def unless(values, steps):
    """Does the steps for anything but the values, or goes on."""
    return [(EQUAL, len(values) - 1 - place + len(steps), 0, value) for place, value in enumerate(values)] + steps


def spans(actions):
    """Neighbouring numbers with the same action, as (first number, steps); the last one reaches to the end."""
    found = []
    for number in range(max(actions) + 2):
        steps = actions.get(number, ABSENT)
        if not found or found[-1][1] is not steps:
            found.append((number, steps))
    return found


def search(found):
    """Binary search for the span that the number is in: about eight comparisons instead of a few hundred."""
    if len(found) == 1:
        return found[0][1]
    middle = len(found) // 2
    low, high = search(found[:middle]), search(found[middle:])
    if len(low) <= FARTHEST:
        return [(AT_LEAST, len(low), 0, found[middle][0]), *low, *high]
    return [(AT_LEAST, 0, 1, found[middle][0]), (JUMP, 0, 0, len(low)), *low, *high]


def install(libc, instructions):
    """Holds for this process and all it starts, for ever."""
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    head = struct.pack("<HxxxxxxQ", len(instructions) // 8, ctypes.addressof(buffer))
    if libc.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.c_char_p(head), 0, 0) == -1:
        raise OSError(ctypes.get_errno(), "the system call filter was refused")
