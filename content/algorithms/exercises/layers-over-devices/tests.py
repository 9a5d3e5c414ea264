"""Checks for layers-over-devices."""
from itertools import combinations

from onsite import check, equal, raises, require, with_arguments


def loads(costs, starts):
    return [sum(costs[a:b]) for a, b in zip(starts, [*starts[1:], len(costs)])]


def by_hand(costs, devices):
    """Every layout there is; of the smallest peaks, the one whose starts come latest."""
    layouts = [[0, *cut] for cut in combinations(range(1, len(costs)), devices - 1)]
    peak = min(max(loads(costs, starts)) for starts in layouts)
    return peak, max(starts for starts in layouts if max(loads(costs, starts)) == peak)


def by_table(costs, devices):
    """The smallest peak by the table over (first layers, devices)."""
    total = [0]
    for cost in costs:
        total.append(total[-1] + cost)
    best = total[:]
    for used in range(1, devices):
        best = [
            min((max(best[j], total[i] - total[j]) for j in range(used, i)), default=float("inf")) for i in range(len(total))
        ]
    return best[-1]


@check("the example", visible=True, category="example")
def example(learner):
    equal(learner.lay_out([4, 1, 1, 3, 2], 3), (5, [0, 2, 4]))


@check("one device, a device for each layer", visible=True, category="edge")
def extremes(learner):
    equal(learner.lay_out([3, 1, 2], 1), (6, [0]))
    equal(learner.lay_out([3, 1, 2], 3), (3, [0, 1, 2]))
    equal(learner.lay_out([7], 1), (7, [0]))


@check("every small layout")
def small(learner, rng):
    for _ in range(60):
        costs = [rng.randint(0, 9) for _ in range(rng.randint(1, 8))]
        devices = rng.randint(1, len(costs))
        equal(learner.lay_out(costs, devices), by_hand(costs, devices))


@check("middling networks")
def middling(learner, rng):
    for layers, devices in [(30, 4), (40, 9), (40, 2)]:
        costs = [rng.randint(1, 1000) for _ in range(layers)]
        peak, starts = learner.lay_out(costs, devices)
        equal(peak, by_table(costs, devices))
        equal(max(loads(costs, starts)), peak)
        require(len(starts) == devices and sorted(set(starts)) == starts, f"{devices} increasing starts expected, got {starts}")


@check("one heavy layer", category="edge")
def heavy(learner):
    equal(learner.lay_out([1, 1, 50, 1, 1], 3), by_hand([1, 1, 50, 1, 1], 3))
    equal(learner.lay_out([50, 1, 1, 1], 2), by_hand([50, 1, 1, 1], 2))


@check("layers that cost nothing", category="edge")
def free(learner):
    for costs, devices in [([0, 0, 0], 2), ([0, 5, 0, 0, 5, 0], 3), ([2, 0, 0, 2, 0], 2), ([0], 1)]:
        equal(learner.lay_out(costs, devices), by_hand(costs, devices))


@check("devices to spare", category="edge")
def spare(learner):
    for costs, devices in [([9, 1, 1, 1], 3), ([1, 1, 1, 9], 3), ([8, 1, 1, 1, 1, 1], 5)]:
        equal(learner.lay_out(costs, devices), by_hand(costs, devices))


@check("impossible requests", category="edge")
def impossible(learner):
    for costs, devices in [([1, 2], 3), ([1, 2], 0), ([1, 2], -1), ([], 1), ([], 0)]:
        with raises("ValueError"):
            learner.lay_out(costs, devices)


@check("enormous costs", category="edge")
def enormous(learner, rng):
    for _ in range(5):
        costs = [rng.randint(10**16, 10**17) for _ in range(8)]
        equal(learner.lay_out(costs, 3), by_hand(costs, 3))


@check("the caller's list", category="state")
def untouched(learner, rng):
    costs = [rng.randint(0, 9) for _ in range(12)]
    _, (after, _) = with_arguments(learner.lay_out, costs, 4)
    equal(after, costs)


@check("a deep network", category="scale")
def deep(learner, rng, solution):
    costs = [rng.randint(0, 10**9) for _ in range(100_000)]
    for devices in (3, 700, 60_000):
        equal(learner.lay_out(costs, devices), solution.lay_out(costs, devices))
