"""Walls around one job, made by the job's own process before it runs any of the learner's code.

Needs no right on the machine but user namespaces: the zygote lives in bubblewrap with CAP_SYS_ADMIN over its own user
namespace, and each job gets another inside it, with its own pids, mounts, network, ipc and host name. What it then cannot
do is what docs/sandbox.md lists. Calls go through ctypes: os.unshare came with Python 3.12.
"""
import ctypes
import glob
import itertools
import os
import resource
import socket
import struct
import sys

import landlock
import seccomp

NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
MNT_DETACH = 2
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 24, 38, 47, 4
LAST_CAPABILITY = 63
SIOCSIFFLAGS, IFF_UP = 0x8914, 1

PERMISSIONS = ("spawn", "loopback", "compile")
DISK_BYTES = {False: 32 * 1024 * 1024, True: 128 * 1024 * 1024}  # home, /tmp and /dev/shm together; more with `compile`
DISK_FILES = 4096
MOST_DESCRIPTORS = 1024  # of a zygote, so that a child can close all that it inherits
HOSTS = "127.0.0.1 localhost onsite\n::1 localhost\n"
# What `compile` may start: a C++ compiler and what it starts, what the kernel starts them with, and Python, which tries the result.
COMPILERS = (
    *(f"/usr/bin/{name}" for name in ("g++", "gcc", "c++", "cc", "as", "ld")),
    *("/usr/lib/gcc*", "/usr/libexec/gcc*", "/lib*/ld-linux*.so.*"),
)
TEMPORARY = {"/tmp": ".tmp", "/dev/shm": ".shm"}  # in a job's home; links, or mounts where Onsite itself lies below
ROOT = "/run/root"  # an empty folder of the zygote's, where a job's root is put together
HOME = "/run/job"  # of a job: nothing of the machine is likely to lie below

libc = ctypes.CDLL(None, use_errno=True)
libc.mount.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p]
state = {}


def call(function, *arguments):
    if function(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{function.__name__}: {os.strerror(number)}")


def prepare(settings):
    """Once in the zygote: what every job needs, and a trial of the walls, so that a sandbox that does not hold is never used."""
    refuse_root()
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_DESCRIPTORS, MOST_DESCRIPTORS))
    state["namespace"] = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    judge = settings["role"] == "judge"  # has no permissions
    chosen = [()] if judge else [each for count in range(len(PERMISSIONS) + 1) for each in itertools.combinations(PERMISSIONS, count)]
    state["filters"] = {frozenset(each): seccomp.program("judge" if judge else settings["runtime"], each) for each in chosen}
    state["pivot_root"] = seccomp.number("pivot_root")
    state["landlock"] = landlock.version(libc)
    state["compilers"] = sorted({os.path.realpath(path) for pattern in (*COMPILERS, sys.executable) for path in glob.glob(pattern)})
    state["binds"] = [(target, os.path.isdir(target)) for _, target in settings["binds"]] + [(path, False) for path in settings["devices"]]
    state["covered"] = [name for name in TEMPORARY if any(path.startswith(f"{name}/") for path, _ in state["binds"])]
    state["written"] = [HOME, "/dev", *state["covered"]]
    reading, writing = os.pipe()
    pid = fork_into_new_pid_namespace()
    if pid == 0:
        try:
            wall_off(() if judge else ("loopback",))
            trial()
            os.write(writing, b"ok")
        except BaseException as problem:
            os.write(writing, str(problem).encode()[:1000])
        os._exit(0)
    os.close(writing)
    os.waitpid(pid, 0)
    said = os.read(reading, 1000).decode()
    os.close(reading)
    if said != "ok":
        raise OSError(f"the walls around a job do not hold: {said or 'the trial ended early'}")


def refuse_root():
    """A limit on processes does not hold for the machine's root, and what breaks out would be it. Raises OSError."""
    with open("/proc/self/uid_map", encoding="ascii") as file:
        inside, outside, _ = map(int, file.readline().split())
    if 0 in (os.getuid(), inside, outside):
        raise OSError("Programs are not run as root.")


def fork_into_new_pid_namespace():
    """As os.fork; the child is process 1 of a pid namespace of its own, so that its end is the end of all it started."""
    call(libc.unshare, NEWPID)
    pid = -1
    try:
        pid = os.fork()
    finally:
        if pid != 0:
            call(libc.setns, state["namespace"], NEWPID)
    return pid


def wall_off(permissions):
    """Nothing that this process does from here on reaches beyond its walls. Limits may still be lowered."""
    permissions = frozenset(permissions)
    uid, gid = os.getuid(), os.getgid()
    call(libc.unshare, NEWUSER | NEWNS | NEWNET | NEWIPC | NEWUTS | NEWCGROUP)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    if "loopback" in permissions:
        bring_loopback_up()
    enter_new_root(permissions)
    drop_rights()
    if state["landlock"] > 0:
        programs = ["/"] if "spawn" in permissions else state["compilers"] if "compile" in permissions else []
        landlock.restrict(libc, state["landlock"], written=state["written"], programs=programs, network="loopback" in permissions)
    seccomp.install(libc, state["filters"][permissions])


def enter_new_root(permissions):
    """A root with the system and Python read-only, a small home that goes with the job, and neither /proc nor /sys."""
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    mount("tmpfs", ROOT, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,nr_inodes=256,mode=755")
    os.makedirs(ROOT + HOME)
    mount("tmpfs", ROOT + HOME, "tmpfs", MS_NOSUID | MS_NODEV, f"size={DISK_BYTES['compile' in permissions]},nr_inodes={DISK_FILES},mode=755")
    for name, inside in TEMPORARY.items():
        os.mkdir(f"{ROOT}{HOME}/{inside}")
        os.makedirs(os.path.dirname(f"{ROOT}{name}"), exist_ok=True)
        if name in state["covered"]:
            os.mkdir(ROOT + name)
            mount(f"{ROOT}{HOME}/{inside}", ROOT + name, None, MS_BIND)
        else:
            os.symlink(f"{HOME}/{inside}", ROOT + name)
    for path, is_folder in state["binds"]:
        target = ROOT + path
        os.makedirs(target if is_folder else os.path.dirname(target), exist_ok=True)
        if not is_folder:
            os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
        mount(path, target, None, MS_BIND | MS_REC)
    if "loopback" in permissions:
        os.makedirs(f"{ROOT}/etc", exist_ok=True)
        with open(f"{ROOT}/etc/hosts", "w", encoding="ascii") as file:
            file.write(HOSTS)
    os.chdir(ROOT)
    if libc.syscall(ctypes.c_long(state["pivot_root"]), b".", b".") == -1:
        raise OSError(ctypes.get_errno(), "pivot_root")
    call(libc.umount2, b".", MNT_DETACH)
    mount(None, "/", None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)
    os.chdir(HOME)


def mount(source, target, kind, flags, options=None):
    texts = [text.encode() if text is not None else None for text in (source, target, kind, options)]
    call(libc.mount, texts[0], texts[1], texts[2], flags, texts[3])


def bring_loopback_up():
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def drop_rights():
    for capability in range(LAST_CAPABILITY + 1):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == -1:
            break  # the kernel knows no higher one
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = struct.pack("<II", 0x20080522, 0)
    call(libc.capset, header, bytes(24))
    call(libc.prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def trial():
    """Inside the walls: what must not work does not."""
    for what, attempt in (
        ("/proc is visible", lambda: os.listdir("/proc")),
        ("a program can be started", lambda: os.execv("/bin/true", ["true"])),
        ("the root can be written", lambda: open("/usr/trial", "w")),
        ("a mount is allowed", lambda: mount("tmpfs", HOME, "tmpfs", 0)),
        ("a namespace is allowed", lambda: call(libc.unshare, NEWUSER)),
    ):
        try:
            attempt()
        except OSError:
            continue
        raise OSError(what)
