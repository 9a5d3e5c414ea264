"""Looking at a job from outside, by the kernel's figures: CPU time, memory and age of its process tree."""
import ctypes
import os
import signal
import sys
import time

import ps

PR_SET_CHILD_SUBREAPER = 36
TICKS = os.sysconf("SC_CLK_TCK")
# Room for what is counted late or not at all: growth between two looks, the kernel's own structures, rounding.
MEMORY_MARGIN = 64 * 1024 * 1024
BETWEEN_S = 0.02
REST = 10  # times the CPU time of a look, so that a large tree does not keep the zygote from its other jobs
LONGEST_S = 0.2
HOME = "/run/job"
# Each open socket or pipe may hold that much in the kernel, which nobody's memory counts: the usual send buffer.
BYTES_OF_A_DESCRIPTOR = 208 * 1024
FREE_DESCRIPTORS = 256
state = {"ps": not os.path.isdir("/proc/self"), "resident": {}}


class Watch:
    def __init__(self, limits, baseline):
        self.limits = limits
        self.baseline = baseline
        self.started = self.looked = time.monotonic()
        self.pause = BETWEEN_S
        self.peak = 0
        self.spent_ms = 0  # before it was given anything to do

    def look(self, pid):
        """The limit that the job is over, or None."""
        now = time.monotonic()
        if now - self.looked < self.pause:
            return None
        spent = time.thread_time()
        tree = tree_of(pid)
        memory = self.measure(tree)
        self.looked = time.monotonic()
        self.pause = min(max(BETWEEN_S, REST * (time.thread_time() - spent)), LONGEST_S)
        if memory > self.limits["memoryBytes"] + MEMORY_MARGIN:
            return "memory"
        if sum(tree.values()) * 1000 - self.spent_ms > self.limits["cpuMs"]:
            return "cpu"
        if (now - self.started) * 1000 > self.limits["wallMs"] + 2000:  # Node's own clock comes first
            return "wall"
        return None

    def measure(self, tree):
        """Bytes that a tree (its root first) has beyond what it was forked with; remembers the most."""
        sizes = [memory_of(pid) for pid in tree]
        own = sum(max(0, size["private"] - self.baseline) for size in sizes)
        shared = sum(size["shared"] for size in sizes)
        # Of several processes that is too little (each hides as much as was inherited) or too much (what children share with their parent).
        hidden = sum(min(size["private"], self.baseline) for size in sizes[1:])
        if len(sizes) > 1 and own + hidden + shared > self.limits["memoryBytes"]:
            shares = [_shares_of(pid) for pid in tree]
            if sum(anonymous for anonymous, _ in shares) > 0:  # else the kernel does not tell
                inherited = self.baseline * len(tree) / max(len(tree) + 1, _processes() - 1)  # not bubblewrap's
                own = max(0, sum(anonymous for anonymous, _ in shares) - inherited)
                shared = sum(mapped for _, mapped in shares)
        # A file in a job's small disk may be mapped as well; it is there once.
        memory = round(own) + max(shared, _disk_of(tree)) + _descriptors_of(tree)
        self.peak = max(self.peak, memory)
        return memory


def tree_of(root):
    """CPU seconds by process id of a process and all below it, itself first."""
    processes = _table()
    tree, grown = ({root} if root in processes else set()), True
    while grown:
        below = {pid for pid, (parent, _) in processes.items() if parent in tree and pid not in tree}
        tree |= below
        grown = bool(below)
    return {pid: processes[pid][1] for pid in sorted(tree, key=lambda pid: pid != root)}


def _table():
    """Parent and CPU seconds of each process; where the system has no /proc, what is in RAM is remembered for `memory_of`."""
    if state["ps"]:
        found = ps.table()
        state["resident"] = {pid: resident for pid, (_, _, resident) in found.items()}
        return {pid: (parent, cpu_s) for pid, (parent, cpu_s, _) in found.items()}
    processes = {}
    for name in os.listdir("/proc"):
        found = _stat(int(name)) if name.isdigit() else None
        if found is not None:
            processes[int(name)] = found
    return processes


def _stat(pid):
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b") ")[2].split()
    except OSError:
        return None
    return int(fields[1]), sum(map(int, fields[11:15])) / TICKS


def memory_of(pid):
    """Bytes: `private` (anonymous memory in RAM and page tables), `shared` (mapped by several), `resident`, its `peak`, `data` (of RLIMIT_DATA)."""
    if state["ps"]:
        return {"private": state["resident"].get(pid, 0), "shared": 0, "resident": 0, "peak": 0, "data": 0}
    sizes = {}
    try:
        with open(f"/proc/{pid}/status", "rb") as file:
            for line in file:
                name, _, rest = line.partition(b":")
                if name in (b"RssAnon", b"VmPTE", b"RssShmem", b"VmRSS", b"VmHWM", b"VmData"):
                    sizes[name] = int(rest.split()[0]) * 1024
    except OSError:
        pass
    return {
        "private": sizes.get(b"RssAnon", 0) + sizes.get(b"VmPTE", 0),
        "shared": sizes.get(b"RssShmem", 0),
        "resident": sizes.get(b"VmRSS", 0),
        "peak": sizes.get(b"VmHWM", 0),
        "data": sizes.get(b"VmData", 0),
    }


def _shares_of(pid):
    """
    Bytes of a process's anonymous and shared memory, each page divided among those that have it; 0 where the kernel
    does not tell, or once it has ended. Slow: the kernel goes through all pages.
    """
    sizes = {}
    try:
        with open(f"/proc/{pid}/smaps_rollup", "rb") as file:
            for line in file:
                name, _, rest = line.partition(b":")
                if name in (b"Pss_Anon", b"Pss_Shmem"):
                    sizes[name] = int(rest.split()[0]) * 1024
    except OSError:
        return 0, 0
    return sizes.get(b"Pss_Anon", 0), sizes.get(b"Pss_Shmem", 0)


def _processes():
    return sum(name.isdigit() for name in os.listdir("/proc"))


def _disk_of(tree):
    """Bytes on the job's small disk, which is memory."""
    try:
        disk = os.statvfs(f"/proc/{next(iter(tree))}/root{HOME}")
    except (OSError, StopIteration):
        return 0
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize


def _descriptors_of(tree):
    """Bytes that the kernel may hold for open sockets and pipes; 0 before Linux 6.2, which does not tell how many there are."""
    count = 0
    for pid in tree:
        try:
            count += os.stat(f"/proc/{pid}/fd").st_size
        except OSError:
            continue
    return max(0, count - FREE_DESCRIPTORS) * BYTES_OF_A_DESCRIPTOR


def kill_tree(root):
    """Kills the group and every process below `root`, again until none is left to start another."""
    try:
        os.killpg(root, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    for _ in range(20):
        below = [pid for pid in tree_of(root) if pid != root]
        if not below:
            return
        for pid in below:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def figures(root, resident):
    """What the kernel counted of a process tree: CPU milliseconds; bytes at the peak of each process beyond `resident`, and on its disk now."""
    tree = tree_of(root)
    if state["ps"]:
        return {"cpuMs": sum(tree.values()) * 1000, "memoryBytes": sum(memory_of(pid)["private"] for pid in tree)}
    cpu_s, peak = 0.0, 0
    for pid in tree:
        try:
            cpu_s += time.clock_gettime(~pid << 3 | 2) + _reaped_s(pid)  # the clock of that process, see clock_getcpuclockid
            peak += max(0, memory_of(pid)["peak"] - resident)
        except OSError:  # it has just ended
            continue
    return {"cpuMs": round(cpu_s * 1000, 3), "memoryBytes": peak + _disk_of(tree)}


def _reaped_s(pid):
    """CPU seconds of children that ended and were waited for."""
    with open(f"/proc/{pid}/stat", "rb") as file:
        fields = file.read().rpartition(b") ")[2].split()
    return (int(fields[13]) + int(fields[14])) / TICKS


def has_ended(pid):
    """True for a child that has ended and waits to be reaped."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def cpu_ms(root):
    """CPU time of a process and all below it: the scheduler's own figure, finer than the ticks of `tree_of`, for threads that live."""
    total = 0.0
    for pid, seconds in tree_of(root).items():
        total += max(seconds * 1000, _schedstat(pid, 0) / 1e6)
    return total


def delayed_ms(root):
    """How long a tree's threads were ready to run while the machine was busy with others; 0 where the kernel does not say."""
    return round(sum(_schedstat(pid, 1) for pid in tree_of(root)) / 1e6)


def _schedstat(pid, field):
    """Nanoseconds over all threads: 0 on a CPU, 1 waiting for one."""
    total = 0
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/schedstat", "rb") as file:
                total += int(file.read().split()[field])
    except (OSError, IndexError):
        pass
    return total


def use_ps():
    """As on a system without /proc."""
    state["ps"] = True
    look_again()


def look_again():
    """Has `memory_of` tell what is so now, where the system has no /proc."""
    _table()


def adopt_orphans():
    """From now on a process whose parent ended belongs to this one, where the system can do that, so that none is lost."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def kill_strays(known):
    """Kills the children of this process that are not among `known`, and all below them: what an ended job left behind."""
    me = os.getpid()
    for pid in [pid for pid, (parent, _) in _table().items() if parent == me and pid not in known]:
        try:
            kill_tree(pid)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        except (ProcessLookupError, ChildProcessError):  # it was the one that looked
            continue
