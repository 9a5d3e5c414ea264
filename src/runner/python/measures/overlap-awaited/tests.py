"""What overlaps in an event loop: three requests at a time, the first answer that is good."""
from onsite import Slow, awaited, check, equal, require


@check("in the order asked", visible=True)
def order(learner):
    ask = Slow(lambda number: number * 2, at_once=2, total=2, awaited=True)
    equal(awaited(learner.ask_all, ask, [1, 2]), [2, 4])


@check("three at a time")
def three(learner):
    ask = Slow(lambda number: number * 2, takes=lambda number: 1 + number % 3, at_once=3, total=9, awaited=True)
    equal(awaited(learner.ask_all, ask, list(range(9))), [2 * number for number in range(9)])
    require(ask.most_at_once == 3, f"expected 3 requests at once, got {ask.most_at_once}")
    require(ask.count == 9, f"expected 9 requests, got {ask.count}")


@check("the quickest first")
def quickest(learner):
    ask = Slow(lambda name: name, takes=lambda name: {"far": 3.0, "near": 1.0, "mid": 2.0}[name], at_once=3, total=3, awaited=True)
    equal(awaited(learner.fastest, ask, ["far", "near", "mid"]), "near")
