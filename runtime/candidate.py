"""The learner's side of a job: loads the learner's module and does what the judge asks, one request at a time.

Nothing that it says is believed: it answers with values, and the judge compares them. What does not travel stays here
under a number (a handle) that the judge can use in later requests.
"""
import ast
import builtins
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


class JudgeError(Exception):
    """A callback of the judge failed: the check ends, whatever the learner's code makes of this."""


class Candidate:
    def __init__(self, channel):
        self.channel = channel
        self.module = None
        self.kept = {}
        self.answering = 0  # requests under way: a callback calls for another inside the first
        self.turn = threading.RLock()  # one conversation at a time, whichever thread calls back
        self.unresolved = None  # what went wrong when a request's names were looked up
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
        self.channel.send(*frame)

    def described(self, problem):
        try:
            return failure.describe(problem)
        except BaseException:  # no memory left, or the learner's exception fails while it is looked at
            return self.unknown

    def serve(self):
        """Answers requests until the judge says goodbye."""
        while True:
            request = self.hear()
            if "quietly" in request:
                self.perform(request)
            else:
                self.answer(lambda: self.perform(request))

    def hear(self):
        self.unresolved = None
        return codec.unpack(self.channel.receive(), self.resolve)

    def perform(self, request):
        if self.unresolved is not None:
            raise self.unresolved
        return getattr(self, f"do_{request['do']}")(**request["with"])

    # What the judge may ask

    def do_call(self, target, args, kwargs, keep=False, arguments=False):
        result = target(*args, **kwargs)
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
        return self.iterator(rest[0])

    def callback(self, number):
        def callback(*args, **kwargs):
            return self.ask({"callback": number, "args": args, "kwargs": kwargs})

        return callback

    def iterator(self, number):
        """Pulls one element from the judge each time the learner's code asks for one."""
        while True:
            pulled = self.ask({"pull": number})
            if pulled is None:
                return
            yield pulled[0]

    def ask(self, question):
        """Asks the judge in the middle of an answer; serves what the judge asks meanwhile."""
        with self.turn:
            if self.answering == 0:
                raise RuntimeError("called back after the call had ended")
            self.channel.send(*codec.pack(question, self.refer))
            while True:
                message = self.hear()
                if "do" in message:
                    self.answer(lambda: self.perform(message))
                elif "failed" in message:
                    raise JudgeError(message["failed"])
                elif "raised" in message:
                    raise getattr(builtins, message["raised"])(message["message"])
                else:
                    return message["value"]


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


def grade(channel, payload):
    """Loads the module, reports how that went, then serves the judge until it closes the channel."""
    candidate = Candidate(channel)
    draw.reseed(payload["seed"])
    try:
        candidate.answer(lambda: candidate.load("main", payload["source"]))
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
