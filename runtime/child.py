"""A forked child's first steps: its own output, payload, limits and walls, then its side of the job."""
import io
import json
import os
import resource
import sys
import types
from multiprocessing import resource_tracker

import compiler
import isolate
import rehearsal
import watch
from channel import Channel, Gone

MOST_PROCESSES = 64
LARGEST_FILE = 16 * 1024 * 1024
JUDGES_CPU_S = 120
# For recursion through C, as a cached function's. A program of its own would reserve as much for each thread, so it keeps the usual.
DEEPEST_STACK = 64 * 1024 * 1024
USUAL_STACK = 8 * 1024 * 1024
STARTING_PROGRAMS = {"spawn", "compile"}
MOST_SIGNALS = 1024  # queued at once, timers among them
# Core files, locked memory, message queues, priority over others.
NONE = dict.fromkeys((resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK), 0)
if sys.platform == "linux":
    NONE |= dict.fromkeys((resource.RLIMIT_MSGQUEUE, resource.RLIMIT_NICE, resource.RLIMIT_RTPRIO), 0)


def main(settings, order, sockets, walls, turn):
    sys.stdin = io.TextIOWrapper(io.FileIO(0), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8", errors="backslashreplace", line_buffering=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8", errors="backslashreplace", line_buffering=True)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    # A process group reaches across pid namespaces: in the zygote's own, `killpg(0)` would end it and every sibling.
    os.setsid()
    rehearsal.rehearse(settings["role"])
    if settings["isolated"]:
        isolate.wall_off(order["permissions"])
    else:
        watch.adopt_orphans()
        os.chdir(os.environ["TMPDIR"])
    os.write(walls, f"up {spent_ms()}".encode())
    os.close(walls)
    orders = Channel(sockets["orders"])
    try:
        payload = json.loads(bytes(orders.receive()))
    except Gone:  # nobody needed it
        os._exit(0)
    limit(settings, payload["limits"], order["permissions"])
    if settings["isolated"]:
        adapt(order["permissions"])
    sys.path[:] = [path for path in sys.path if path != settings["programs"]]
    # The zygote is no program of the job's: a process that starts by `spawn` would run it again.
    sys.modules["__main__"] = types.ModuleType("__main__")
    code = 0
    if settings["role"] == "judge":
        import judge

        judge.Judge(Channel(sockets["frames"], turn), sockets["orders"], payload).run()
    else:
        import candidate

        if payload["kind"] == "run":
            candidate.run(orders, payload)
        elif "frames" not in sockets:  # questioned by way of Node
            candidate.grade(orders, payload)
        else:
            sockets["orders"].close()  # all that it has to say is for the judge
            candidate.grade(Channel(sockets["frames"]), payload)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        code = 1
    os._exit(code)


def spent_ms():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return round((usage.ru_utime + usage.ru_stime) * 1000, 1)


def adapt(permissions):
    """To what a job behind walls can not do, where a library would stumble over it."""
    if "spawn" not in permissions:  # its helper would be a program of its own; what it tidies up goes with the job anyway
        resource_tracker.register = resource_tracker.unregister = resource_tracker.ensure_running = lambda *_: None
    if "compile" in permissions:
        compiler.prepare(isolate.HOME)


def limit(settings, limits, permissions):
    """Hard limits of the kernel. Memory is what the job adds to the interpreter that it was forked from."""
    seconds = int((limits["cpuMs"] + spent_ms()) / 1000) + 2
    sizes = {
        resource.RLIMIT_CPU: seconds if settings["role"] == "candidate" else JUDGES_CPU_S,
        resource.RLIMIT_DATA: settings["data"] + limits["memoryBytes"] if settings["data"] else resource.RLIM_INFINITY,
        resource.RLIMIT_FSIZE: LARGEST_FILE,
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_STACK: USUAL_STACK if STARTING_PROGRAMS & set(permissions) else DEEPEST_STACK,
        **NONE,
    }
    if settings["isolated"]:  # elsewhere it counts every process of this user
        sizes[resource.RLIMIT_NPROC] = limits.get("processes", MOST_PROCESSES)
        sizes[resource.RLIMIT_SIGPENDING] = MOST_SIGNALS
    for name, size in sizes.items():
        _, most = resource.getrlimit(name)
        size = size if most == resource.RLIM_INFINITY or size == resource.RLIM_INFINITY else min(size, most)
        resource.setrlimit(name, (size, size) if size != resource.RLIM_INFINITY else (size, most))
