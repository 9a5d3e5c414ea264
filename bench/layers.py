"""What each wall around a job costs: forks of one warm interpreter, each with one more wall than the one before, in turn.

Runs where a warm interpreter runs, inside bubblewrap. Reads its settings from stdin (JSON); prints for each layer a line of JSON: the
milliseconds of each round from before the fork until the child is ready for its job, and until it has ended and was buried.
"""
import gc
import importlib
import json
import os
import sys
import time


def main():
    settings = json.load(sys.stdin)
    for name in ("zygote", "isolate", "seccomp", "rehearsal", "child", "watch", "pages", "candidate"):
        globals()[name] = importlib.import_module(name)
    zygote.load(settings["runtime"])
    settings["data"] = watch.memory_of(os.getpid())["data"]
    isolate.prepare(settings)
    gc.collect()
    gc.freeze()
    pages.collapse()
    figures = {name: {"readyMs": [], "buriedMs": []} for name, _ in LAYERS}
    for count in range(settings["rounds"] + 1):
        for place, (name, _) in enumerate(LAYERS):
            ready, buried = once(settings, place)
            if count > 0:  # the first does not count
                figures[name]["readyMs"].append(ready)
                figures[name]["buriedMs"].append(buried)
    for name, times in figures.items():
        print(json.dumps({"layer": name, **times}), flush=True)


def once(settings, last):
    reading, writing = os.pipe()
    started = time.perf_counter()
    pid = isolate.fork_into_new_pid_namespace() if last > 0 else os.fork()
    if pid == 0:
        try:
            for _, build in LAYERS[1 : last + 1]:
                build(settings)
            os.write(writing, b"r")
        finally:
            os._exit(0)
    os.close(writing)
    if os.read(reading, 1) != b"r":
        raise OSError(f"the layer {LAYERS[last][0]} failed")
    ready = time.perf_counter()
    os.close(reading)
    os.waitpid(pid, 0)
    return [round(1000 * (moment - started), 3) for moment in (ready, time.perf_counter())]


def unshare(flags):
    return lambda _settings: isolate.call(isolate.libc.unshare, flags)


def user_namespace(_settings):
    uid, gid = os.getuid(), os.getgid()
    isolate.call(isolate.libc.unshare, isolate.NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def own_root(_settings):
    isolate.call(isolate.libc.unshare, isolate.NEWNS)
    isolate.enter_new_root(frozenset())


def landlock(_settings):
    known = isolate.state["landlock"]
    if known > 0:
        isolate.landlock.restrict(isolate.libc, known, written=isolate.state["written"], programs=[], network=False)


LIMITS = {"cpuMs": 10_000, "memoryBytes": 512 * 1024 * 1024}

LAYERS = [
    ("fork only", None),
    ("+ pids of its own", lambda _settings: None),
    ("+ user namespace", user_namespace),
    ("+ mounts, a root of its own", own_root),
    ("+ network", unshare(0x40000000)),
    ("+ ipc, host name, cgroup", unshare(0x08000000 | 0x04000000 | 0x02000000)),
    ("+ limits of the kernel", lambda settings: child.limit(settings, LIMITS, ())),
    ("+ no rights to gain", lambda _settings: isolate.drop_rights()),
    ("+ Landlock", landlock),
    ("+ system call filter", lambda _settings: seccomp.install(isolate.libc, isolate.state["filters"][frozenset()])),
    ("+ rehearsal of a job", lambda settings: rehearsal.rehearse(settings["role"])),
]

main()
