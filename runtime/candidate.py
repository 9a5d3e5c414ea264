"""The learner's side of a job: loads the learner's module and does what the judge asks, one request at a time.

Nothing that it says is believed: it answers with values, and the judge compares them. What does not travel stays here
under a number (a handle) that the judge can use in later requests.
"""
import ast
import asyncio
import builtins
import concurrent.futures
import json
import operator
import sys
import threading
import types

import codec
import draw
import failure
import shown
from channel import Gone

OPERATORS = {
    name: getattr(operator, name)
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "neg", "pos", "abs", "and_", "or_", "xor", "invert")
}


MOST_AWAITED = 48  # calls of the judge's coroutines at a time, a thread each


class JudgeError(Exception):
    """A callback of the judge failed: the check ends, whatever the learner's code makes of this."""


class Candidate:
    def __init__(self, channel):
        self.channel = channel
        self.module = None
        self.kept = {}
        self.answering = 0  # requests under way: a callback calls for another inside the first
        self.unresolved = None  # what went wrong when a request's names were looked up
        self.sending = threading.RLock()
        self.changed = threading.Condition()
        self.listening = False  # one thread at a time does, for all that wait
        self.asked = 0
        self.replies = {}  # by the number of the question
        self.askers = None
        self.broken = codec.pack({"error": _plain("AnswerError", "The answer could not be looked at: memory ran out, or one of its methods failed.")}, None)
        self.unknown = _plain("Exception", "(it can not be shown)")

    def load(self, name, source):
        """Runs the learner's source as a module."""
        failure.register_source(f"{name}.py", source)
        self.module = types.ModuleType(name)
        self.module.__file__ = f"{name}.py"
        sys.modules[name] = self.module
        exec(compile(source, f"{name}.py", "exec"), self.module.__dict__)

    def answer(self, work):
        """Does the work and sends its value, or what it raised."""
        self.answering += 1
        try:
            reply = {"value": work()}
        except Gone:
            raise
        except BaseException as problem:
            reply = {"error": self.described(problem)}
        try:
            frame = codec.pack(reply, self.refer)
        except codec.TooLarge as problem:
            frame = codec.pack({"error": _plain("TooLarge", str(problem))}, None)
        except BaseException:  # a learner's object that fails while it is looked at, or no memory left
            frame = self.broken
        self.answering -= 1
        with self.sending:
            self.channel.send(*frame)

    def described(self, problem):
        try:
            return failure.describe(problem)
        except BaseException:  # no memory left, or the learner's exception fails while it is looked at
            return self.unknown

    def serve(self):
        """Answers requests until the judge says goodbye."""
        while True:
            with self.changed:
                while self.listening:  # a thread that was left behind by an earlier call
                    self.changed.wait()
                self.listening = True
            request, unresolved = self.hear()
            if "quietly" in request:
                self.perform(request)
            elif "do" in request:
                self.answer(lambda: self.perform(request, unresolved))

    def hear(self):
        """The next message, and what could not be found of it. A reply to a question is put where its asker finds it."""
        message = {}
        try:
            self.unresolved = None
            message = codec.unpack(self.channel.receive(), self.resolve)
            return message, self.unresolved
        finally:
            with self.changed:
                self.listening = False
                if "to" in message:
                    self.replies[message["to"]] = message
                self.changed.notify_all()

    def perform(self, request, unresolved=None):
        if unresolved is not None:
            raise unresolved
        return getattr(self, f"do_{request['do']}")(**request["with"])

    # What the judge may ask

    def do_call(self, target, args, kwargs, keep=False, arguments=False, awaited=False):
        result = target(*args, **kwargs)
        if awaited:
            result = asyncio.run(result)
        if keep:
            return Kept(result)
        return (result, list(args)) if arguments else result

    def do_read(self, target, name):
        return getattr(target, name)

    def do_item(self, target, key):
        return target[key]

    def do_set_item(self, target, key, value):
        target[key] = value

    def do_delete_item(self, target, key):
        del target[key]

    def do_length(self, target):
        return len(target)

    def do_contains(self, target, key):
        return key in target

    def do_iterate(self, target):
        return Kept(iter(target))

    def do_next(self, target):
        return next(target)

    def do_operate(self, name, operands):
        return OPERATORS[name](*operands)

    def do_check(self, seed):
        """A new check begins: its draws do not depend on the checks before it."""
        draw.reseed(seed)
        self.kept.clear()

    def do_flush(self):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()

    # References

    def refer(self, value):
        """Keeps what does not travel here and names it."""
        if type(value) is Kept:
            value = value.value
        number = len(self.kept) + 1
        self.kept[number] = value
        return ["ref", "handle", number, str(type(value).__name__)[:100]]

    def resolve(self, parts):
        try:
            return self.find(*parts)
        except BaseException as problem:  # the learner's to hear of: a name that is missing, a property that fails
            self.unresolved = problem
            return None

    def find(self, kind, *rest):
        if kind == "handle":
            return self.kept[rest[0]]
        if kind == "learner":
            target = self.module
            for name in rest:
                target = _member(target, name)
            return target
        if kind == "member":
            return getattr(self.find(*rest[0][1:]), rest[1])
        if kind == "builtin":
            return getattr(builtins, rest[0])
        if kind == "callback":
            return self.callback(rest[0])
        if kind == "coroutine":
            return self.coroutine(rest[0])
        return self.iterator(rest[0])

    def callback(self, number):
        def callback(*args, **kwargs):
            return self.ask({"callback": number, "args": args, "kwargs": kwargs})

        return callback

    def coroutine(self, number):
        async def callback(*args, **kwargs):
            self.askers = self.askers or concurrent.futures.ThreadPoolExecutor(MOST_AWAITED)
            question = {"callback": number, "args": args, "kwargs": kwargs}
            return await asyncio.get_running_loop().run_in_executor(self.askers, self.ask, question)

        return callback

    def iterator(self, number):
        """Pulls one element from the judge each time the learner's code asks for one."""
        while True:
            pulled = self.ask({"pull": number})
            if pulled is None:
                return
            yield pulled[0]

    def ask(self, question):
        """Asks the judge in the middle of an answer, from any thread; who waits serves what the judge asks meanwhile."""
        if self.answering == 0:
            raise RuntimeError("called back after the call had ended")
        with self.sending:
            self.asked += 1
            number = self.asked
            self.channel.send(*codec.pack({**question, "number": number}, self.refer))
        reply = self.await_reply(number)
        if "failed" in reply:
            raise JudgeError(reply["failed"])
        if "raised" in reply:
            raise getattr(builtins, reply["raised"])(reply["message"])
        return reply["value"]

    def await_reply(self, number):
        while True:
            with self.changed:
                while self.listening and number not in self.replies:
                    self.changed.wait()
                if number in self.replies:
                    return self.replies.pop(number)
                self.listening = True
            message, unresolved = self.hear()
            if "do" in message:
                self.answer(lambda: self.perform(message, unresolved))


class Kept:
    """Marks a value that stays here even though it could travel."""

    def __init__(self, value):
        self.value = value


def _member(target, name):
    if isinstance(target, types.ModuleType) and not hasattr(target, name):
        raise AttributeError(f"main.py does not define `{name}`")
    return getattr(target, name)


def _plain(kind, message, memory=False):
    return {"type": kind, "classes": [kind], "message": message, "text": f"{kind}: {message}", "memory": memory}


def provide(world):
    """The world of a lab, as a module that the learner's code may import. The judge decides by a copy of its own."""
    if world is None:
        return
    failure.register_source("world.py", world)
    sys.modules["world"] = module = types.ModuleType("world")
    module.__file__ = "world.py"
    exec(compile(world, "world.py", "exec"), module.__dict__)


def grade(channel, payload):
    """Loads the module, reports how that went, then serves the judge until it closes the channel."""
    candidate = Candidate(channel)

    def load():
        provide(payload["world"])
        candidate.load("main", payload["source"])

    draw.reseed(payload["seed"])
    try:
        candidate.answer(load)
        candidate.serve()
    except Gone:
        pass


def run(channel, payload):
    """Runs the source, then the learner's input in the same module; sends the last expression's value as it is shown."""
    candidate = Candidate(channel)
    draw.reseed(payload["seed"])
    sources = [("main.py", payload["source"])]
    if payload["input"] is not None:
        sources.append(("input.py", payload["input"]))
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = sys.modules["main"] = module
    try:
        value = None
        provide(payload["world"])
        for name, source in sources:
            failure.register_source(name, source)
            value = _run_source(name, source, module.__dict__)
        reply = {"value": None if value is None else shown.of(value)}
    except BaseException as problem:
        reply = {"error": failure.describe(problem)}
    candidate.do_flush()
    try:
        body = json.dumps(reply).encode()
    except BaseException:
        body = json.dumps({"error": _plain("TooLarge", "The value can not be shown.")}).encode()
    channel.send(len(body).to_bytes(4, "little"), body)


def _run_source(name, source, names):
    """Runs statements; returns the value of the last one when it is an expression."""
    tree = ast.parse(source, name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), name, "eval"), names)
