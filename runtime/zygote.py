"""A warm interpreter: imports what its runtime needs once, then forks a process for each job.

It never reads what a job is about: a forked child reads its own payload, so no submission is ever in the memory that a
later one inherits. It has one thread, or a fork could copy a lock that nobody will release. Where a fork of a process that has
numpy loaded is not safe (macOS) it stays cold: each child imports for itself.

Node talks to it on descriptor 3, JSON by line: `{"job": id, "permissions": [...], "judge": address}` forks a child that walls itself
off and waits for its payload, so that this is done before somebody submits; `{"begin": id, ...limits}` says that its payload has been
sent; `{"measure": id}` asks what the kernel counted of it; `{"kill": id, "cause": text}` ends it. `{"ready": true}` or
`{"failed": why}`, `{"measured": id, ...}` and `{"exit": id, ...}` go out. Each job brings connections to the listening socket; each says
first which job and which channel it is. A candidate's connection to its judge is made here, before the child is forked and long
before it runs any of the learner's code: nothing relays what they say.
"""
import gc
import importlib
import json
import mmap
import os
import select
import signal
import socket
import struct
import sys

import child
import isolate
import pages
import watch

CHANNELS = {"candidate": ("orders", "output"), "judge": ("orders", "frames")}
FRAMES = CHANNELS["judge"].index("frames")
MEETING_S = 5
GREETING = struct.Struct("<II")
TICK_MS = 25
FIRST_KEPT = 200  # where a child keeps its own descriptors, clear of all that the zygote holds
MOST_DESCRIPTORS = 1024

STANDARD = (
    "abc ast array asyncio bisect collections.abc concurrent.futures contextlib copy csv dataclasses datetime decimal enum fractions functools "
    "hashlib heapq inspect io itertools json linecache logging math multiprocessing operator queue random re statistics string textwrap threading time "
    "traceback types typing unittest.mock uuid weakref zlib"
).split()
DATA = (
    "numpy numpy.linalg numpy.random pandas scipy.linalg scipy.optimize scipy.sparse scipy.spatial.distance scipy.special scipy.stats "
    "sklearn.cluster sklearn.datasets sklearn.decomposition sklearn.ensemble sklearn.linear_model sklearn.metrics sklearn.model_selection "
    "sklearn.neighbors sklearn.pipeline sklearn.preprocessing sklearn.tree sklearn.feature_extraction.text codec_numpy codec_pandas compare_arrays"
).split()
# The optimizers import torch._dynamo at their first use: half a second that is better spent here.
TORCH = "torch torch.nn.functional torch.optim torch.utils.data torch.nn.utils torch._dynamo codec_torch".split()
MODULES = {"python": STANDARD, "data": STANDARD + DATA, "torch": STANDARD + DATA + TORCH}


class Job:
    def __init__(self, order):
        self.id = order["job"]
        self.order = order
        self.channels = {}
        self.pid = None
        self.turn = None  # a page that a judge shares with us: 1 while it waits for its candidate
        self.before = 0  # memory of its own that it had before its payload came
        self.watch = None  # from the moment that it has a payload
        self.reported = False
        self.said = ""
        self.walls = None  # a pipe on which the child says that its walls are up
        self.cause = None
        self.delayed_ms = 0


class Zygote:
    def __init__(self, settings, control, listener):
        self.settings = settings
        self.control = control
        self.listener = listener
        self.jobs = {}
        self.newest = 0
        self.importing = {}  # by their pipe: jobs whose children import for themselves and have not done so yet
        self.waiting = {}  # connections whose job is not complete yet
        self.unread = b""
        self.ended, wake = os.pipe()  # the end of a child wakes the loop
        os.set_blocking(self.ended, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.poll = select.poll()
        for descriptor in (control, listener, self.ended):
            self.poll.register(descriptor, select.POLLIN)

    def say(self, **message):
        self.control.sendall((json.dumps(message) + "\n").encode())

    def serve(self):
        while True:
            running = any(job.watch is not None for job in self.jobs.values())
            for descriptor, _ in self.poll.poll(TICK_MS if running else None):
                if descriptor == self.listener.fileno():
                    self.accept()
                elif descriptor == self.control.fileno():
                    self.obey()
                elif descriptor in self.importing:
                    self.has_imported(self.importing.pop(descriptor))
                else:
                    os.read(self.ended, 4096)
            self.reap()
            self.guard()

    def accept(self):
        connection, _ = self.listener.accept()
        connection.settimeout(5)
        try:
            greeting = connection.recv(GREETING.size, socket.MSG_WAITALL)
        except OSError:
            greeting = b""
        if len(greeting) != GREETING.size:
            connection.close()
            return
        connection.settimeout(None)
        number, channel = GREETING.unpack(greeting)
        if number <= self.newest and number not in self.jobs:  # it was killed before it began
            connection.close()
            return
        name = CHANNELS[self.settings["role"]][channel]
        self.waiting.setdefault(number, {})[name] = connection
        self.start_if_complete(number)

    def obey(self):
        data = self.control.recv(65536)
        if not data:  # Node has ended: so do we, and every job with us
            self.end()
        *lines, self.unread = (self.unread + data).split(b"\n")
        for line in lines:
            order = json.loads(line)
            if "job" in order:
                self.newest = order["job"]
                self.jobs[order["job"]] = Job(order)
                self.start_if_complete(order["job"])
            elif "begin" in order:
                job = self.jobs.get(order["begin"])
                if job is not None:
                    if job.pid is not None and not self.settings["cold"]:
                        job.before = watch.memory_of(job.pid)["private"]
                    job.watch = watch.Watch(order, max(job.before, self.settings["baseline"]))
                    job.watch.spent_ms = _spent(job.said)
            elif "measure" in order:
                job = self.jobs.get(order["measure"])
                if job is not None and job.pid is not None:  # else its exit is on the way
                    self.say(measured=job.id, **watch.figures(job.pid, self.settings["resident"]))
            elif "kill" in order:
                self.kill(self.jobs.get(order["kill"]), order["cause"])

    def start_if_complete(self, number):
        job = self.jobs.get(number)
        channels = self.waiting.get(number, {})
        if job is None or len(channels) < len(CHANNELS[self.settings["role"]]):
            return
        job.channels = self.waiting.pop(number)
        if self.settings["role"] == "judge":
            job.turn = mmap.mmap(-1, mmap.PAGESIZE)
        elif job.order["judge"] is not None:
            try:
                job.channels["frames"] = meet(job.order["judge"])
            except OSError as problem:  # its interpreter has ended: Node knows, and grades with another
                self.bury(job, f"walls: no judge to talk to: {problem}")
                return
        job.walls, walls = os.pipe()
        os.set_blocking(job.walls, False)
        job.pid = self.fork(job, walls)
        os.close(walls)
        if self.settings["cold"]:
            self.importing[job.walls] = job
            self.poll.register(job.walls, select.POLLIN)
        for connection in job.channels.values():
            connection.close()
        job.channels = {}

    def fork(self, job, walls):
        if self.settings["isolated"]:
            pid = isolate.fork_into_new_pid_namespace()
        else:
            pid = os.fork()
        if pid == 0:
            try:
                become(self.settings, job, walls)
            except BaseException as problem:
                os.write(walls, f"{type(problem).__name__}: {problem}".encode()[:1000])  # fails once they are up
            finally:
                leave(70)
        return pid

    def kill(self, job, cause):
        if job is None:
            return
        job.cause = job.cause or cause
        if job.pid is None:  # its connections never came
            self.bury(job, job.cause)
            return
        if cause == "wall":
            job.delayed_ms = watch.delayed_ms(job.pid)
        if cause == "done" and not job.reported and self.settings["resident"] and not watch.has_ended(job.pid):
            # Everything is known but its end, and taking down a large process takes a while: the learner need not wait for it.
            if job.watch is not None:
                job.watch.measure(watch.tree_of(job.pid))
            self.report(job, None, None, watch.cpu_ms(job.pid), 0)
        # Not reaped yet, so its number is still its own. Without a pid namespace its descendants are killed one by one.
        if not self.settings["isolated"]:
            watch.kill_tree(job.pid)
        os.kill(job.pid, signal.SIGKILL)

    def bury(self, job, cause):
        """Ends a job that was never forked."""
        del self.jobs[job.id]
        for connection in [*self.waiting.pop(job.id, {}).values(), *job.channels.values()]:
            connection.close()
        self.say(exit=job.id, code=None, signal=None, cause=cause, cpuMs=0, memoryBytes=None, delayedMs=0, waiting=False)

    def guard(self):
        """Kills what is over its limits. Looks at most once a tick."""
        for job in list(self.jobs.values()):
            if job.watch is not None and job.pid is not None and job.cause is None:
                if job.walls in self.importing:
                    continue
                cause = job.watch.look(job.pid)
                if cause is not None:
                    self.kill(job, cause)

    def has_imported(self, job):
        """A child that imports for itself has done so, or ended: what it has and needed by then is no part of its limits."""
        self.poll.unregister(job.walls)
        job.said = said_on(job.walls)
        watch.look_again()
        job.before = watch.memory_of(job.pid)["private"]
        if job.watch is not None:
            job.watch.baseline, job.watch.spent_ms = job.before, _spent(job.said)

    def reap(self):
        """Reports the jobs that have ended, with the kernel's figures."""
        for job in [job for job in self.jobs.values() if job.pid is not None]:
            pid, status, usage = os.wait4(job.pid, os.WNOHANG)
            if pid == 0:
                continue
            del self.jobs[job.id]
            if not self.settings["isolated"]:
                watch.kill_strays({other.pid for other in self.jobs.values()})
            code = os.waitstatus_to_exitcode(status)
            self.report(job, code, -code, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss * 1024)
            if self.importing.pop(job.walls, None) is not None:
                self.poll.unregister(job.walls)
            os.close(job.walls)
            if job.turn is not None:
                job.turn.close()

    def report(self, job, code, by_signal, cpu_ms, resident):
        """Tells Node how a job ended, once. The memory's peak beyond the interpreter's own is None when nobody could tell."""
        if job.reported:
            return
        job.reported = True
        job.said = job.said or said_on(job.walls)
        if not job.said.startswith("up ") and job.cause is None:
            job.cause = f"walls: {job.said}"
        looked = job.watch.peak if job.watch is not None else 0
        peak = max(looked, resident - self.settings["resident"]) if self.settings["resident"] else looked
        self.say(
            exit=job.id,
            code=code if code is not None and code >= 0 else None,
            signal=by_signal if code is not None and code < 0 else None,
            cause=job.cause,
            cpuMs=max(0, round(cpu_ms - _spent(job.said), 1)),
            memoryBytes=peak if peak > 0 else None,
            delayedMs=job.delayed_ms,
            waiting=job.turn is not None and job.turn[0] == 1,
        )

    def end(self):
        for job in list(self.jobs.values()):
            self.kill(job, "end")
        os._exit(0)


def become(settings, job, walls):
    """The forked child: cuts its ties to the zygote, walls itself off, and does its side of the job."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if settings["cold"]:
        load(settings["runtime"])
    channels = {name: connection.detach() for name, connection in job.channels.items()}
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(channels.get("output", null), 1)
    os.dup2(channels.get("output", null), 2)
    kept = {name: descriptor for name, descriptor in channels.items() if name != "output"} | {"walls": walls}
    places = dict(zip(kept, range(FIRST_KEPT, FIRST_KEPT + len(kept))))
    for name, place in places.items():
        os.dup2(kept[name], place)
    os.closerange(3, FIRST_KEPT)
    os.closerange(FIRST_KEPT + len(kept), MOST_DESCRIPTORS)
    walls = places.pop("walls")
    child.main(settings, job.order, {name: socket.socket(fileno=place) for name, place in places.items()}, walls, job.turn)


def leave(code):
    """Ends the process, whatever handlers of signals the learner's code has left behind: one may raise at any moment, also in here."""
    try:
        try:
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        finally:
            os._exit(code)
    finally:
        try:
            os._exit(code)
        finally:
            os._exit(code)


def meet(judge):
    """A candidate's connection to its judge, by way of the judge's interpreter, which hands its end to the fork that it is for."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(MEETING_S)
        connection.connect(judge["socket"])
        connection.sendall(GREETING.pack(judge["job"], FRAMES))
        connection.settimeout(None)
    except OSError:
        connection.close()
        raise
    return connection


def _spent(said):
    """CPU milliseconds that a child needed to get ready, by its own word before it ran any of the learner's code."""
    return float(said[3:]) if said.startswith("up ") else 0.0


def said_on(walls):
    """What a child has said of its walls so far."""
    try:
        return os.read(walls, 1000).decode(errors="replace")
    except BlockingIOError:
        return ""


def load(runtime):
    """Imports what the runtime's jobs use, with one thread."""
    for name in MODULES[runtime]:
        importlib.import_module(name)
    if runtime != "python" and os.path.exists("/proc/self/maps"):
        remember_libraries(sys.modules["threadpoolctl"].ThreadpoolController)
    if runtime == "torch":
        torch = sys.modules["torch"]
        torch.set_num_threads(1)
        torch.set_num_interop_threads(1)
        # PyTorch looks once at what the processor can do, and a job has no /proc to look at: it would complain and take its slowest kernels.
        torch.backends.cpu.get_cpu_capability()


def remember_libraries(controller):
    """A job has no /proc, where threadpoolctl (and with it scikit-learn's neighbours and clusters) looks for the loaded libraries."""
    with open("/proc/self/maps", encoding="utf-8") as file:
        paths = sorted({line.split()[-1] for line in file if ".so" in line})
    controller._find_libraries_with_linux = lambda self: [self._make_controller_from_path(path) for path in paths]


def main():
    settings = json.loads(sys.argv[1])
    control = socket.socket(fileno=3)

    def refuse(why, isolation=False):
        control.sendall((json.dumps({"failed": why, "isolation": isolation}) + "\n").encode())
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(settings["socket"])
    listener.listen(512)
    try:
        load("python" if settings["cold"] else settings["runtime"])
        importlib.import_module(settings["role"])
        importlib.import_module("rehearsal")
    except Exception as problem:
        refuse(f"{type(problem).__name__}: {problem}")
    if settings["isolated"]:
        try:
            isolate.prepare(settings)
        except Exception as problem:
            refuse(f"{type(problem).__name__}: {problem}", isolation=True)
    gc.collect()
    gc.freeze()
    pages.collapse()
    if os.path.isdir("/proc/self/task") and len(os.listdir("/proc/self/task")) != 1:
        refuse("An imported package started a thread; forking would not be safe.")
    if settings["cold"]:
        watch.use_ps()
    usage = watch.memory_of(os.getpid())
    settings["baseline"] = usage["private"]
    settings["resident"] = usage["resident"]
    settings["data"] = usage["data"]
    if not settings["isolated"]:
        watch.adopt_orphans()
    zygote = Zygote(settings, control, listener)
    zygote.say(ready=True)
    zygote.serve()


if __name__ == "__main__":
    main()
