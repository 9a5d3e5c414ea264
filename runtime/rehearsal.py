"""A small job of its own, played through by a forked child before its real one comes.

The first write to a page that a fork shares with its interpreter copies the page, and libraries set themselves up at their first
use. Done here, ahead, no learner waits for it. Nothing of it is kept: modules, checks and seeds are set anew by the job.
"""
import linecache
import sys

import codec
import draw
from codec import HEAD

SOURCE = "def echo(value):\n    return value\n"
TESTS = """
from onsite import check, equal
from rehearsal import samples

@check("shown", visible=True)
def shown(learner, rng):
    for sample in samples():
        equal(learner.echo(sample), sample)

@check("hidden")
def hidden(learner, rng):
    equal(learner.echo(21), 21)
"""


def rehearse(role):
    (_as_judge if role == "judge" else _as_candidate)()


def samples():
    """A value of each kind that often travels, as far as its package is loaded."""
    yield [1, 2.5, "text", None, {"key": (True, 2)}]
    if "numpy" in sys.modules:
        numpy = sys.modules["numpy"]
        yield numpy.arange(6.0).reshape(2, 3) * 2
        yield numpy.float64(0.5)
    if "pandas" in sys.modules:
        yield sys.modules["pandas"].DataFrame({"text": ["a", "b"], "number": [1.0, 2.0]})
    if "torch" in sys.modules:
        yield sys.modules["torch"].arange(6.0).reshape(2, 3) * 2


def _as_candidate():
    import candidate

    one = candidate.Candidate(Mute())
    draw.reseed(0)
    one.answer(lambda: one.load("main", SOURCE))
    function = object()
    for sample in samples():
        call = {"do": "call", "with": {"target": function, "args": (sample,), "kwargs": {}}}
        frame = b"".join(codec.pack(call, lambda _function: ["ref", "learner", "echo"]))
        request = codec.unpack(memoryview(frame)[4:], one.resolve)
        one.answer(lambda request=request: one.perform(request))
    _forget("main")


def _as_judge():
    import judge
    import onsite

    judge.Judge(Echo(), Mute(), {"tests": TESTS, "solution": "", "world": None, "checks": "all", "seed": 0, "reveal": False}).run()
    onsite.checks.clear()
    _forget("tests")


def _forget(name):
    sys.modules.pop(name, None)
    linecache.cache.pop(f"{name}.py", None)


class Mute:
    """A connection to nobody."""

    def send(self, *parts):
        pass

    def sendall(self, line):
        pass

    def recv(self, size):
        return b"\n"


class Echo:
    """A candidate whose functions give back their first argument."""

    def __init__(self):
        self.answer = None

    def send(self, *parts):
        frames = memoryview(b"".join(parts))
        while frames:
            end = 4 + HEAD.unpack_from(frames)[0]
            request, frames = codec.unpack(frames[4:end], lambda _parts: None), frames[end:]
        self.answer = request["with"]["args"][0] if request["do"] == "call" else None

    def receive(self):
        return memoryview(b"".join(codec.pack({"value": self.answer}, None)))[4:]
