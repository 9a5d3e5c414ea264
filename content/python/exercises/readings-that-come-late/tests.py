"""Checks for readings-that-come-late. The oracle works out, from the whole list, what must have happened after each arrival."""
from itertools import count, islice

from onsite import Counted, check, equal, raises, require


def expected(items, slack):
    """[(item, arrivals needed before it can come out)], and the items that are too late."""
    line, kept, late = float("-inf"), [], []
    lines = []
    for number, item in enumerate(items):
        if item[0] < line:
            late.append(item)
        else:
            kept.append((item[0], number, item))
            line = max(line, item[0] - slack)
        lines.append(line)
    out = []
    for time, number, item in sorted(kept, key=lambda entry: entry[:2]):
        needed = next((at + 1 for at in range(number, len(items)) if lines[at] >= time), len(items))
        out.append((item, needed))
    return out, late


def follow(learner, items, slack):
    """Pulls one by one and compares every item, and how many had been taken by then."""
    late = []
    source = Counted(items)
    stream = learner.in_order(source, slack, late.append)
    require(source.pulled == 0, f"expected nothing to be taken before the first is asked for, got {source.pulled}")
    wanted, wanted_late = expected(items, slack)
    stream = iter(stream)
    for place, (item, needed) in enumerate(wanted):
        given = next(stream, "the end")
        require(given == item, f"item {place} to come out: expected {item!r}, got {given!r}")
        require(source.pulled == needed, f"when {item!r} comes out: expected {needed} to have been taken, got {source.pulled}")
    require(next(stream, "the end") == "the end", f"expected the end after {len(wanted)} items, got more")
    equal(late, wanted_late)


def named(times):
    return [(time, f"r{number}") for number, time in enumerate(times)]


@check("the example", visible=True, category="example")
def example(learner):
    follow(learner, named([10, 12, 11, 15, 12, 14]), 2)


@check("already in order", visible=True)
def in_order(learner):
    follow(learner, named([1, 2, 3, 4, 5, 6, 7]), 3)


@check("nothing is taken before it is asked for", category="behaviour")
def lazy_start(learner):
    source = Counted(named([1, 2, 3]))
    learner.in_order(source, 1, lambda item: None)
    equal(source.pulled, 0)


@check("how much is taken", category="behaviour")
def taken(learner):
    follow(learner, named([0, 5, 10, 3, 20, 19, 18, 21, 40]), 10)
    follow(learner, named([1, 1, 1, 2, 2, 9, 9, 9, 9]), 1)


@check("equal times", category="edge")
def ties(learner):
    items = [(3, {"kwh": 2}), (3, {"kwh": 1}), (2, {"kwh": 9}), (3, {"kwh": 0}), (2, {"kwh": 1}), (7, {"kwh": 5}), (7, {"kwh": 4})]
    follow(learner, items, 1)
    follow(learner, items, 5)


@check("what is too late", category="edge")
def late(learner):
    follow(learner, named([10, 7, 8, 20, 15, 14, 16, 4, 20, 15, 14.5]), 5)
    follow(learner, named([100, 1, 2, 3]), 10)
    follow(learner, named([4, 9, 3, 3, 9]), 1)


@check("no slack", category="edge")
def no_slack(learner):
    follow(learner, named([3, 3, 2, 5, 4, 5, 6]), 0)


@check("the end of the feed", category="edge")
def the_end(learner):
    follow(learner, [], 5)
    follow(learner, named([7]), 5)
    follow(learner, named([5, 4, 3, 2, 1]), 100)
    follow(learner, named([-2.5, -3.25, -2.75, -1]), 0.5)


@check("a feed without end", category="behaviour")
def endless(learner):
    feed = Counted(((number ^ 3, number) for number in count()))
    stream = learner.in_order(feed, 4, lambda item: None)
    equal(list(islice(iter(stream), 50)), [(number, number ^ 3) for number in range(50)])
    require(feed.pulled <= 60, f"expected at most 60 to be taken for 50, got {feed.pulled}")


@check("a bad slack", category="edge")
def bad_slack(learner):
    with raises("ValueError"):
        learner.in_order([], -1, lambda item: None)
    with raises("ValueError"):
        learner.in_order(named([1]), -0.001, lambda item: None)


@check("drawn feeds")
def drawn(learner, rng):
    for slack in (0, 1, 3, 10):
        now, times = 0, []
        for _ in range(40):
            now += rng.choice([0, 1, 1, 2, 6])
            times.append(now - rng.choice([0, 0, 1, 2, 4, 9]))
        follow(learner, named(times), slack)


@check("two feeds at once", category="state")
def two(learner):
    one = iter(learner.in_order(named([1, 3, 2, 9]), 2, lambda item: None))
    other = iter(learner.in_order(named([50, 40, 60]), 20, lambda item: None))
    given = [next(stream, None) for stream in (one, other, one, other, one)]
    equal(given, [(1, "r0"), (40, "r1"), (2, "r2"), (50, "r0"), (3, "r1")])


@check("many wait", category="scale")
def many_wait(learner, rng):
    times = [rng.randrange(1500) for _ in range(1500)]
    stream = learner.in_order(named(times), 10_000, lambda item: None)
    equal([item for item in stream], sorted(named(times), key=lambda item: item[0]))
