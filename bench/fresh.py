"""The baselines of the benchmark: new interpreters that grade one answer, with Onsite's own checks, and end.

As `both`, judge and candidate are two threads of this one process, so that the same tests.py runs on the same solution with neither a
second process nor a wall between them. As `judge` or `candidate` it is one side; the two meet on a socket in a folder that both see.
Reads the job from stdin (JSON) and prints the judge's reports, one JSON text a line, and last what it took: CPU time of the
whole interpreter, time and CPU time of the checks alone, after all imports, and the most memory.
"""
import ast
import importlib
import json
import os
import resource
import socket
import sys
import threading
import time


class Reports:
    """Where the judge reports to: stdout. When it asks before the hidden checks, it may go on."""

    def sendall(self, line):
        sys.__stdout__.write(line.decode())

    def recv(self, _size):
        return b"\n"


def imported(source):
    """The packages that a source imports."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def load(job):
    """Imports what must be there before the checks: everything that a warm interpreter has, or no more than this exercise needs."""
    if job["packages"] == "runtime":
        importlib.import_module("zygote").load(job["runtime"])
        return
    sources = {"candidate": ("source",), "judge": ("tests", "solution"), "both": ("tests", "source", "solution")}[job["side"]]
    needs = set().union(*(imported(job[name]) for name in sources))
    if job["runtime"] != "python":  # its checks draw from numpy's generator
        needs.add("numpy")
    for package, codecs in (("numpy", ["codec_numpy"]), ("pandas", ["codec_pandas"]), ("torch", ["codec_torch"])):
        if package in needs:
            for name in (package, *codecs):
                importlib.import_module(name)
    if "torch" in needs:
        sys.modules["torch"].set_num_threads(1)


def meet(path):
    """The candidate's connection to the judge, which may not listen yet."""
    connection = socket.socket(socket.AF_UNIX)
    while True:
        try:
            connection.connect(path)
            return connection
        except (FileNotFoundError, ConnectionRefusedError):
            time.sleep(0.001)


def main():
    job = json.load(sys.stdin)
    sys.stdout = open(os.devnull, "w")  # what the answer prints
    if job["side"] == "judge":
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(job["socket"])
        listener.listen()
    load(job)
    from channel import Channel

    payload = {"source": job["source"], "seed": job["seed"]}
    started, spent = time.perf_counter(), time.process_time()
    if job["side"] == "candidate":
        import candidate

        candidate.grade(Channel(meet(job["socket"])), payload)
    else:
        import judge

        if job["side"] == "judge":
            ours, _ = listener.accept()
        else:
            import candidate

            started, spent = time.perf_counter(), time.process_time()
            ours, theirs = socket.socketpair()
            threading.Thread(target=candidate.grade, args=(Channel(theirs), payload), daemon=True).start()
        judge.Judge(Channel(ours), Reports(), {**job, "reveal": False}).run()
    figures = {"cpuMs": time.process_time(), "checksMs": time.perf_counter() - started, "checksCpuMs": time.process_time() - spent}
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.__stdout__.write(json.dumps({**{name: 1000 * seconds for name, seconds in figures.items()}, "residentBytes": most}) + "\n")
    sys.__stdout__.flush()
    os._exit(0)  # the verdict is out: nobody waits for the packages to be put away


main()
