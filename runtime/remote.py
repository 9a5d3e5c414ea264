"""The learner as the checks see it: a stand-in whose calls travel to the candidate process and come back as plain values."""
import builtins
import heapq
import operator
from collections.abc import Iterator

import codec
import slow
from channel import Gone
from compare import CheckFailed
from patience import patience


READING_S = 3

class LearnerError(Exception):
    """The learner's code raised. `type` and `message` are what it says of itself."""

    def __init__(self, report):
        self.type = _text(report.get("type"), 100)
        self.classes = tuple(_text(name, 100) for name in report.get("classes", ()))
        self.message = _text(report.get("message"), 2000)
        self.text = _text(report.get("text"), 4000)
        self.memory = report.get("memory") is True
        super().__init__(self.text)


class WithoutLength(LearnerError, TypeError):
    """The learner's object has no length."""

    def __init__(self, problem):
        vars(self).update(vars(problem))
        Exception.__init__(self, problem.text)


def _text(value, longest):
    return value[:longest] if type(value) is str else ""


class Broken(Exception):
    """The candidate sent what is no answer; nothing more can be asked of it."""


class Counted:
    """An argument that the learner's code pulls from, element by element; `pulled` counts how many it took.

    Past `limit` the check fails: whoever drains an endless source is told so, before the judge's own time is used up.
    """

    def __init__(self, iterable, limit=10_000):
        self.iterator = iter(iterable)
        self.limit = limit
        self.pulled = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.pulled >= self.limit:
            raise CheckFailed(f"{self.limit:,} elements were taken and more asked for: is everything read before anything is given out?")
        value = next(self.iterator)
        self.pulled += 1
        return value


class Calls:
    """A function as an argument, with its calls counted: `count`, and `arguments` of each (positional ones only when there are no others).

    Past `limit` the check fails, before the judge's own time is used up.
    """

    def __init__(self, function, limit=10_000):
        self.function = function
        self.limit = limit
        self.count = 0
        self.arguments = []

    def __call__(self, *args, **kwargs):
        self.count += 1
        if self.count > self.limit:
            raise CheckFailed(f"expected at most {self.limit:,} calls")
        self.arguments.append((args, kwargs) if kwargs else args)
        return self.function(*args, **kwargs)


class Conversation:
    """Questions to the candidate, one at a time; it may call back while it answers."""

    def __init__(self, channel):
        self.channel = channel
        self.lent = {}  # callbacks and iterators of this check, by number
        self.lendings = 0  # no number comes twice: what was kept of an earlier check names nothing any more
        self.ahead = ()  # what goes out before the next question, since nobody waits for its answer
        self.answers = 0
        self.failure = None
        self.under_way = []  # slow callbacks that have not ended, the next to end first
        self.clock = 0.0  # theirs

    def begin(self, seed):
        """A new check."""
        self.end()
        self.ahead = codec.pack({"do": "check", "with": {"seed": seed}, "quietly": True}, self.refer)
        self.answers = 0

    def end(self):
        """What the check lent, and what failed in it, is of no concern to anything after it."""
        self.lent.clear()
        self.failure = None
        self.under_way.clear()
        self.clock = 0.0

    def ask(self, do, **details):
        ahead, self.ahead = self.ahead, ()
        self.channel.send(*ahead, *codec.pack({"do": do, "with": details}, self.refer))
        return self.listen()

    def listen(self):
        """The answer. Raises LearnerError when the learner's code raised, Gone when it ended, Broken when it sent nonsense."""
        while True:
            if self.under_way and not self.channel.comes(slow.patience(self.under_way, self.clock)):
                self.end_one()
                continue
            message = self.hear()
            if "callback" in message or "pull" in message:
                self.reply(message)
                continue
            self.answers += 1
            while self.under_way:  # nobody waits for them any more
                self.send(heapq.heappop(self.under_way).number, {"raised": "RuntimeError", "message": "the call had ended"})
            if self.failure is not None:
                raise self.failure
            if type(message.get("error")) is dict:
                raise LearnerError(message["error"])
            if "value" not in message:
                raise Broken("a message that is no answer")
            return message["value"]

    def hear(self):
        try:
            body = self.channel.receive()
            with patience(READING_S, codec.BadFrame("it takes too long to read")):
                message = codec.unpack(body, self.resolve)
        except codec.BadFrame as problem:
            raise Broken(str(problem)) from problem
        if type(message) is not dict:
            raise Broken("no message")
        return message

    def lend(self, message, kind):
        """What the message names among the things that this check lent."""
        number = message.get(kind)
        if type(number) is not int or number not in self.lent:
            raise Broken("a callback that was never given")
        return self.lent[number]

    def reply(self, message):
        """Does what the learner's code asks of a callback or an iterator; what takes time ends later."""
        number = message.get("number")
        if type(number) is not int:
            raise Broken("a question without a number")
        if "pull" in message:
            return self.send(number, self.outcome(lambda: tuple(_first(self.lend(message, "pull"))) or None))
        args, kwargs = message.get("args"), message.get("kwargs")
        if type(args) is not tuple or type(kwargs) is not dict or any(type(name) is not str for name in kwargs):
            raise Broken("a callback without arguments")
        function = self.lend(message, "callback")
        if type(function) is not slow.Slow:
            return self.send(number, self.outcome(lambda: function(*args, **kwargs)))
        begun = self.outcome(lambda: function.begin(self.under_way, self.clock, number, args, kwargs))
        if "value" not in begun:
            self.send(number, begun)

    def end_one(self):
        """The slow callback whose time is up first ends, by a clock that stands still while the learner's code computes."""
        call = heapq.heappop(self.under_way)
        self.clock = call.ended
        self.send(call.number, self.outcome(call.work))

    def outcome(self, work):
        """The value, or what is raised, as it goes to the learner's code."""
        try:
            return {"value": work()}
        except (CheckFailed, Gone, Broken) as problem:
            self.failure = problem
            return {"failed": "the check"}
        except LearnerError as problem:
            return {"raised": "RuntimeError", "message": problem.message}
        except Exception as problem:
            known = getattr(builtins, type(problem).__name__, None) is type(problem)
            return {"raised": type(problem).__name__ if known else "RuntimeError", "message": str(problem)[:2000]}

    def send(self, number, reply):
        self.channel.send(*codec.pack({**reply, "to": number}, self.refer))

    def refer(self, value):
        if type(value) is Remote:
            return _node(value)
        if type(value) is type and getattr(builtins, value.__name__, None) is value:
            return ["ref", "builtin", value.__name__]
        if type(value) is Counted or isinstance(value, Iterator) or callable(value):
            self.lendings += 1
            self.lent[self.lendings] = value
            if isinstance(value, Iterator) or type(value) is Counted:
                return ["ref", "iterator", self.lendings]
            return ["ref", "coroutine" if type(value) is slow.Slow and value.awaited else "callback", self.lendings]
        raise TypeError(f"{type(value).__name__} does not travel to the learner")

    def resolve(self, parts):
        kind, number, name = parts
        if kind != "handle" or type(number) is not int:
            raise codec.BadFrame("a reference that is none")
        return Remote(self, ["ref", "handle", number], _text(name, 100))


def _first(iterator):
    for value in iterator:
        yield value
        return


class Remote:
    """The learner's module, or something of the learner's that does not travel. Attributes are called, or read with `read`.

    `handle.__eq__(x)` asks the learner's object; `handle == x`, truth and order are refused, since a check that believed
    them would let the learner's object say that it is right.
    """

    def __init__(self, conversation, node, name):
        object.__setattr__(self, "_remote", (conversation, node, name))

    def __getattribute__(self, name):
        conversation, node, _ = object.__getattribute__(self, "_remote")
        if name == "__class__":
            return Remote
        if node[1] == "learner":
            return Remote(conversation, [*node, name], name)
        return Remote(conversation, ["ref", "member", node, name], name)

    def __setattr__(self, name, _value):
        raise AttributeError(f"a check does not set {name} on the learner's object")

    def __call__(self, *args, **kwargs):
        return _ask(self, "call", target=self, args=args, kwargs=kwargs)

    def __getitem__(self, key):
        return _ask(self, "item", target=self, key=key)

    def __setitem__(self, key, value):
        _ask(self, "set_item", target=self, key=key, value=value)

    def __delitem__(self, key):
        _ask(self, "delete_item", target=self, key=key)

    def __len__(self):
        try:
            return operator.index(_ask(self, "length", target=self))
        except LearnerError as problem:
            if problem.type == "TypeError":  # list() asks for a length first, and goes on without
                raise WithoutLength(problem) from None
            raise

    def __contains__(self, key):
        return _ask(self, "contains", target=self, key=key)

    def __iter__(self):
        return _ask(self, "iterate", target=self)

    def __next__(self):
        try:
            return _ask(self, "next", target=self)
        except LearnerError as problem:
            if problem.type == "StopIteration":
                raise StopIteration from None
            raise

    def __repr__(self):
        return f"the learner's own object of type {_name(self)}"

    __hash__ = None

    def __bool__(self):
        raise CheckFailed(f"expected a plain value, got {self!r}")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, _other: Remote.__bool__(self)
    __int__ = __float__ = __index__ = __bool__


def _forward(name, swapped=False):
    def forward(self, *others):
        operands = (*others, self) if swapped else (self, *others)
        return _ask(self, "operate", name=name, operands=operands)

    return forward


for _operator in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor"):
    _given = f"{_operator}_" if _operator in ("and", "or") else _operator
    setattr(Remote, f"__{_operator}__", _forward(_given))
    setattr(Remote, f"__r{_operator}__", _forward(_given, swapped=True))
for _operator in ("neg", "pos", "abs", "invert"):
    setattr(Remote, f"__{_operator}__", _forward(_operator))


def _ask(remote, do, **details):
    return object.__getattribute__(remote, "_remote")[0].ask(do, **details)


def _node(remote):
    return object.__getattribute__(remote, "_remote")[1]


def _name(remote):
    return object.__getattribute__(remote, "_remote")[2]


def moved(function, conversation):
    """The same function of the module, in another process. Raises TypeError for what is not the module's own."""
    node = _node(function)
    if node[1] != "learner":
        raise TypeError("what is measured is a function of the learner's module, or a function of tests.py that gets the module")
    return Remote(conversation, node, _name(function))


def read(handle, name):
    """The value of an attribute."""
    return _ask(handle, "read", target=handle, name=name)


def keep(function, *args, **kwargs):
    """Calls, and keeps the result with the learner as a handle even when it could travel."""
    return _ask(function, "call", target=function, args=args, kwargs=kwargs, keep=True)


def awaited(function, *args, **kwargs):
    """Calls a coroutine function and runs it to its end in an event loop of its own."""
    return _ask(function, "call", target=function, args=args, kwargs=kwargs, awaited=True)


def with_arguments(function, *args, **kwargs):
    """Calls; returns the result and the positional arguments as they are afterwards."""
    result, after = _ask(function, "call", target=function, args=args, kwargs=kwargs, arguments=True)
    return result, after


class raises:
    """`with raises("ValueError"):` the learner's code must raise that class or a subclass of it (by name)."""

    def __init__(self, name, match=None):
        self.name = name
        self.match = match
        self.message = None

    def __enter__(self):
        return self

    def __exit__(self, _kind, problem, _traceback):
        if problem is None:
            raise CheckFailed(f"expected {self.name} to be raised, but nothing was")
        if not isinstance(problem, LearnerError):
            return False
        if self.name not in problem.classes:
            raise CheckFailed(f"expected {self.name} to be raised, got {problem.text}") from None
        if self.match is not None and self.match not in problem.message:
            raise CheckFailed(f"expected a {self.name} whose message has {self.match!r}, got {problem.message!r}") from None
        self.message = problem.message
        return True
