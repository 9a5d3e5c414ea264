"""Checks for the-model-of-last-tuesday: against a registry that is slow and plain, on random days."""
from onsite import LearnerError, check, equal, measure, raises, require
from world import days, gate, play


class Plain:
    """The rules, word for word: it remembers what happened and works everything out anew each time."""

    def __init__(self):
        self.made = []  # (parent, score)
        self.out = set()  # rejected
        self.history = []  # (at, version): what became live

    def state(self):
        """The live version, and those that were live before it and may be live again, the last one first."""
        live = self.history[-1][1] if self.history else None
        before = []
        for _, version in reversed(self.history[:-1]):
            if version is not None and version not in self.out and version != live and version not in before:
                before.append(version)
        return live, before

    def known(self, version):
        if version not in range(1, len(self.made) + 1):
            raise KeyError(version)

    def register(self, parent, score):
        if parent is not None:
            self.known(parent)
        self.made.append((parent, score))
        return len(self.made)

    def live(self):
        return self.state()[0]

    def stage(self, version):
        self.known(version)
        live, before = self.state()
        if version in self.out:
            return "rejected"
        return "live" if version == live else "retired" if version in before else "candidate"

    def promote(self, version, expected, gate, at):
        stage = self.stage(version)
        if self.live() != expected:
            raise RuntimeError
        if stage != "candidate":
            raise ValueError
        if not gate(self.made[version - 1][1], None if expected is None else self.made[expected - 1][1]):
            return False
        self.history.append((at, version))
        return True

    def rollback(self, at):
        live, before = self.state()
        if live is None or not before:
            raise ValueError
        self.out.add(live)
        self.history.append((at, before[0]))
        return before[0]

    def reject(self, version):
        if self.stage(version) == "live":
            raise ValueError
        self.out.add(version)

    def taint(self, version, at):
        self.known(version)
        found = [one for one in range(1, len(self.made) + 1) if version in self.lineage(one)]
        live, _ = self.state()
        self.out.update(found)
        if live in found:
            _, before = self.state()
            self.history.append((at, before[0] if before else None))
        return found

    def live_at(self, at):
        return next((version for when, version in reversed(self.history) if when <= at), None)

    def lineage(self, version):
        self.known(version)
        parent = self.made[version - 1][0]
        return [version] if parent is None else [version, *self.lineage(parent)]


class Asked:
    """The learner's registry, whose errors come back as their classes."""

    def __init__(self, registry):
        self.registry = registry

    def __getattr__(self, name):
        def call(*arguments):
            try:
                return getattr(self.registry, name)(*arguments)
            except LearnerError as problem:
                for kind in (KeyError, ValueError, RuntimeError):
                    if kind.__name__ in problem.classes:
                        raise kind(problem.message) from problem
                raise

        return call


def differing(learner, rng, worlds, count=60):
    """For each sequence of calls the share of answers that differ."""
    shares = []
    for _ in range(worlds):
        calls = days(rng, count)
        expected, told = play(Plain(), calls), play(Asked(learner.Registry()), calls)
        shares.append(sum(type(one) is not type(other) or one != other for one, other in zip(expected, told)) / len(calls))
    return shares


@check("a week in spring", visible=True)
def example(learner):
    registry = learner.Registry()
    agree = lambda candidate, live: True
    equal([registry.register(None, 70), registry.register(1, 80), registry.register(2, 75)], [1, 2, 3])
    equal(registry.promote(1, None, agree, 10), True)
    equal(registry.promote(2, 1, agree, 20), True)
    with raises("RuntimeError"):
        registry.promote(3, 1, agree, 25)
    equal(registry.promote(3, 2, lambda candidate, live: candidate >= live, 30), False)
    equal([registry.stage(1), registry.stage(2), registry.stage(3)], ["retired", "live", "candidate"])
    equal(registry.rollback(40), 1)
    equal([registry.stage(2), registry.live()], ["rejected", 1])
    with raises("ValueError"):
        registry.rollback(50)
    equal([registry.live_at(9), registry.live_at(10), registry.live_at(39), registry.live_at(99)], [None, 1, 2, 1])
    equal(registry.lineage(3), [3, 2, 1])


@check("ten quiet days", visible=True)
def few(learner, rng):
    measure("answers that differ", differing(learner, rng, 10, 25), most=0.001)


@check("eighty long days", category="state")
def many(learner, rng):
    measure("answers that differ", differing(learner, rng, 80, 70), most=0.001)


@check("two deployers at once", category="behaviour")
def race(learner):
    lost = []
    for turn in range(9):
        registry = learner.Registry()
        for _ in range(4):
            registry.register(None, 50)
        registry.promote(1, None, lambda candidate, live: True, 0)
        kind = turn % 3

        def slow(candidate, live, registry=registry, kind=kind):
            # While the first is being judged somebody else is quicker, or finds that it is bad.
            if kind == 0:
                registry.promote(3, 1, lambda *_: True, 5)
            elif kind == 1:
                registry.reject(2)
            else:
                registry.taint(1, 5)
            return True

        try:
            registry.promote(2, 1, slow, 6)
            lost.append(True)
        except LearnerError as problem:
            require({"RuntimeError", "ValueError"} & set(problem.classes), f"expected RuntimeError or ValueError, got {problem.type}")
            lost.append(registry.live() != (3, 1, None)[kind])
    measure("promotions that undid somebody's decision", [float(one) for one in lost], most=0.001)


@check("what fails changes nothing", category="state")
def nothing(learner, rng):
    registry = Asked(learner.Registry())
    plain = Plain()
    for one in (registry, plain):
        one.register(None, 90)
        one.register(1, 10)
        one.promote(1, None, gate, 1)
    for call in (
        lambda one: one.register(7, 1),
        lambda one: one.promote(9, 1, gate, 2),
        lambda one: one.promote(1, 1, gate, 2),
        lambda one: one.promote(2, None, gate, 2),
        lambda one: one.promote(2, 1, gate, 2),
        lambda one: one.rollback(3),
        lambda one: one.reject(1),
        lambda one: one.taint(0, 3),
        lambda one: one.lineage(-1),
    ):
        for one in (registry, plain):
            try:
                call(one)
            except (KeyError, ValueError, RuntimeError):
                pass
        equal([registry.live(), registry.stage(1), registry.stage(2), registry.live_at(9)], [plain.live(), plain.stage(1), plain.stage(2), plain.live_at(9)])
    equal(registry.register(None, 5), plain.register(None, 5))
