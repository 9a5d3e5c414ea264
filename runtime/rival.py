"""A fresh process of the learner's code, or of the solution's, that does one piece of work: the kernel's figures of it are of that alone.

Node starts it, passes its frames on, and asks its interpreter what the kernel counted; the process is never asked for its own time
or memory. It starts anew each time, so nothing that it remembers of an earlier call helps it, and it may start no other process
or thread, so all of its work is counted.
"""
import base64
import json

import remote
from compare import CheckFailed

MOST_BYTES = 4 * 1024 * 1024


class BrokenExercise(Exception):
    """What tests.py asks cannot be measured, or its own solution does not bear it: no answer of a learner's is to blame."""


class Stopped(Exception):
    """The process ended before it answered; the text says why."""


class Line:
    """The judge's connection to Node: reports out, a line of JSON back where one is waited for."""

    def __init__(self, socket, turn):
        self.socket = socket
        self.turn = bytearray(1) if turn is None else turn  # others see by it that the learner's code is at work
        self.unread = b""

    def say(self, kind, **details):
        self.socket.sendall((json.dumps({"type": kind, **details}) + "\n").encode())

    def hear(self):
        parts = [self.unread]
        while b"\n" not in parts[-1]:
            parts.append(self.socket.recv(1 << 16))
            if not parts[-1]:
                raise Stopped("nobody listens any more")
        line, _, self.unread = b"".join(parts).partition(b"\n")
        return json.loads(line) if line else None


class Frames:
    """A channel by way of Node."""

    def __init__(self, line, of):
        self.line = line
        self.turn = 1 if of == "learner" else 0

    def send(self, *parts):
        frames = b"".join(parts)
        if len(frames) > MOST_BYTES:
            raise BrokenExercise(f"what is measured takes at most {MOST_BYTES // 2**20} MB of arguments")
        self.line.say("frame", frame=base64.b64encode(frames).decode())

    def comes(self, _seconds):
        raise BrokenExercise("what takes time by the judge's clock is not measured by the kernel's")

    def receive(self):
        self.line.turn[0] = self.turn
        answer = self.line.hear()
        self.line.turn[0] = 0
        if "gone" in answer:
            raise Stopped(answer["gone"])
        return memoryview(base64.b64decode(answer["frame"]))


class Rival:
    """`with Rival(line, "learner") as rival:` one process; `of` is `learner` or `solution`."""

    def __init__(self, line, of):
        self.line = line
        self.of = of
        self.conversation = remote.Conversation(Frames(line, of))

    def __enter__(self):
        self.line.say("rival", of=self.of)
        try:
            self.within(self.conversation.listen)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_problem):
        self.line.say("dismiss")
        self.line.hear()

    def figures(self):
        """By the kernel, from the start of the process: CPU milliseconds, and the most bytes beyond what the warm interpreter has."""
        self.line.say("measure")
        answer = self.line.hear()
        if "gone" in answer:
            self.within(lambda: _stop(answer["gone"]))
        return answer["cpuMs"], answer["memoryBytes"]

    def work(self, work, arguments):
        """The answer of the learner's function, or of a function of tests.py that gets the module and drives it itself."""
        module = remote.Remote(self.conversation, ["ref", "learner"], "module")
        if type(work) is remote.Remote:
            function = remote.moved(work, self.conversation)
            return self.within(lambda: function(*arguments))
        return self.within(lambda: work(module, *arguments))

    def within(self, ask):
        """Whose fault it is that something went wrong."""
        try:
            answer = ask()
            if self.conversation.failure is not None:
                raise self.conversation.failure
            return answer
        except (Stopped, remote.Broken) as problem:
            if self.of == "learner":
                raise CheckFailed(str(problem)) from problem
            raise BrokenExercise(f"the solution did not bear being measured: {problem}") from problem
        except (remote.LearnerError, CheckFailed) as problem:
            if self.of == "learner":
                raise
            raise BrokenExercise(f"the solution did not bear being measured: {problem}") from problem


def _stop(why):
    raise Stopped(why)
