"""Checks for what-if-tariffs. The oracle keeps a whole dictionary for every open draft."""
from onsite import check, equal, raises, require, with_arguments

PRODUCTS = ["bike", "car", "dog", "flat", "ship", "trip"]
RATES = [0, 3, 5, 9.5, None, "ask"]


class Expected:
    def __init__(self, initial):
        self.states = [dict(initial)]

    def perform(self, action, *arguments):
        """The answer, or the name of the error."""
        now = self.states[-1]
        if action == "set":
            now[arguments[0]] = arguments[1]
        elif action in ("get", "remove"):
            if arguments[0] not in now:
                return "KeyError"
            if action == "get":
                return now[arguments[0]]
            del now[arguments[0]]
        elif action == "count":
            return list(now.values()).count(arguments[0])
        elif action == "begin":
            self.states.append(dict(now))
        elif len(self.states) == 1:
            return "RuntimeError"
        else:
            self.states.pop()
            if action == "commit":
                self.states[-1] = now
        return None


ERRORS = ("KeyError", "RuntimeError")


def replay(learner, initial, steps):
    tariffs, expected = learner.Tariffs(initial), Expected(initial)
    for number, (action, *arguments) in enumerate(steps, 1):
        wanted = expected.perform(action, *arguments)
        method = getattr(tariffs, action)
        if wanted in ERRORS:
            with raises(wanted):
                method(*arguments)
        else:
            given = method(*arguments)
            call = f"step {number}, {action}({', '.join(map(repr, arguments))})"
            require(type(given) is type(wanted) and given == wanted, f"{call}: expected {wanted!r}, got {given!r}")
    compare(tariffs, expected.states[-1])
    return tariffs


def compare(tariffs, now):
    """Everything that can be asked about the state."""
    equal(len(tariffs), len(now))
    for product in PRODUCTS:
        equal(product in tariffs, product in now)
        if product in now:
            equal(tariffs.get(product), now[product])
        else:
            with raises("KeyError"):
                tariffs.get(product)
    for rate in RATES:
        equal(tariffs.count(rate), list(now.values()).count(rate))


START = {"bike": 5, "car": 9.5}


@check("the example", visible=True, category="example")
def example(learner):
    replay(
        learner,
        {"bike": 5, "car": 9},
        [("begin",), ("set", "car", 5), ("begin",), ("remove", "bike"), ("count", 5), ("rollback",), ("count", 5), ("commit",), ("get", "car")],
    )


@check("without drafts", visible=True)
def without_drafts(learner):
    steps = [("set", "dog", 3), ("set", "car", 3), ("count", 3), ("remove", "bike"), ("get", "bike"), ("remove", "bike"), ("count", 5), ("set", "dog", 0)]
    replay(learner, START, steps)


@check("an inner draft is kept, the outer one is not", category="state")
def nested(learner):
    replay(learner, START, [("begin",), ("set", "car", 3), ("begin",), ("set", "dog", 3), ("remove", "bike"), ("commit",), ("rollback",)])


@check("one product changed twice", category="state")
def changed_twice(learner):
    replay(learner, START, [("begin",), ("set", "car", 3), ("set", "car", 0), ("remove", "car"), ("set", "car", 5), ("rollback",)])
    replay(learner, START, [("begin",), ("set", "dog", 3), ("remove", "dog"), ("remove", "bike"), ("set", "bike", 3), ("rollback",)])
    replay(learner, START, [("begin",), ("set", "car", 3), ("begin",), ("set", "car", 0), ("commit",), ("rollback",)])


@check("counts after a rollback", category="state")
def counts(learner):
    steps = [("begin",), ("set", "dog", 5), ("set", "car", 5), ("count", 5), ("rollback",), ("count", 5), ("set", "bike", 0), ("count", 5)]
    replay(learner, START, steps)


@check("None is a rate", category="edge")
def none(learner):
    replay(learner, {"bike": None, "dog": None}, [("begin",), ("set", "bike", 3), ("remove", "dog"), ("set", "car", None), ("count", None), ("rollback",)])


@check("nothing is open", category="edge")
def nothing_open(learner):
    replay(learner, START, [("commit",), ("rollback",), ("begin",), ("set", "dog", 3), ("commit",), ("commit",), ("rollback",), ("set", "dog", 5)])


@check("calls that raise change nothing", category="edge")
def failed_calls(learner):
    replay(learner, START, [("begin",), ("remove", "dog"), ("get", "dog"), ("remove", "ship"), ("rollback",), ("rollback",)])
    replay(learner, {}, [("remove", "dog"), ("begin",), ("remove", "dog"), ("set", "dog", 5), ("commit",)])


@check("two desks at once", category="state")
def two_desks(learner):
    initial = dict(START)
    first, (after,) = with_arguments(learner.Tariffs, initial)
    equal(after, START)
    first.begin()
    first.set("dog", 5)
    second = learner.Tariffs({"ship": 5})
    compare(second, {"ship": 5})
    with raises("RuntimeError"):
        second.rollback()
    first.rollback()
    compare(first, START)


@check("drawn histories")
def drawn(learner, rng):
    for _ in range(3):
        steps = []
        for _ in range(70):
            action = rng.choice(["set", "set", "set", "get", "remove", "remove", "count", "begin", "begin", "commit", "rollback"])
            arguments = {"set": (rng.choice(PRODUCTS), rng.choice(RATES)), "get": (rng.choice(PRODUCTS),), "remove": (rng.choice(PRODUCTS),), "count": (rng.choice(RATES),)}
            steps.append((action, *arguments.get(action, ())))
        replay(learner, {product: rng.choice(RATES) for product in PRODUCTS[:3]}, steps)


def many():
    return {f"p{number}": number % 7 for number in range(120_000)}


@check("many products, many drafts", category="scale")
def many_drafts(learner):
    tariffs = learner.Tariffs(many())
    for depth in range(400):
        tariffs.begin()
        tariffs.set(f"p{depth}", "new")
    equal(tariffs.count("new"), 400)
    for depth in reversed(range(400)):
        (tariffs.rollback if depth % 2 else tariffs.commit)()
    equal(tariffs.count("new"), 1)  # the outermost draft was kept, with its own change
    equal(len(tariffs), 120_000)


@check("many products, many counts", category="scale")
def many_counts(learner):
    tariffs = learner.Tariffs(many())
    for number in range(2500):
        equal(tariffs.count(number % 7), 120_000 // 7 + (number % 7 < 120_000 % 7))
