"""Checks for quiet-stretches-of-a-battery. The oracle adds up every stretch; the last check measures growth."""
from onsite import check, equal, grows, with_arguments


def by_hand(flows, change):
    lengths = [end - start for start in range(len(flows)) for end in range(start + 1, len(flows) + 1) if sum(flows[start:end]) == change]
    return len(lengths), max(lengths, default=0)


@check("the first example", visible=True)
def first(learner):
    equal(learner.stretches([3, -3, 2, 1, -3], 0), (4, 5))


@check("the second example", visible=True)
def second(learner):
    equal(learner.stretches([1, 1, 1], 2), (2, 2))


@check("no minutes, one minute", category="edge")
def short(learner):
    equal(learner.stretches([], 0), (0, 0))
    equal(learner.stretches([], 4), (0, 0))
    equal(learner.stretches([4], 4), (1, 1))
    equal(learner.stretches([4], 0), (0, 0))
    equal(learner.stretches([0], 0), (1, 1))


@check("nothing flows", category="edge")
def zeros(learner):
    equal(learner.stretches([0] * 40, 0), (820, 40))
    equal(learner.stretches([0] * 40, 1), (0, 0))


@check("stretches that begin with the first minute", category="edge")
def from_start(learner):
    equal(learner.stretches([5, 2, 9], 7), (1, 2))
    equal(learner.stretches([-2, -2], -4), (1, 2))


@check("the same charge again and again")
def returning(learner):
    flows = [2, -2] * 12 + [7] + [-2, 2] * 9
    for change in (0, 2, 7, 9, -2):
        equal(learner.stretches(flows, change), by_hand(flows, change))


@check("drawn flows")
def drawn(learner, rng):
    for size in (1, 2, 7, 30, 60):
        for _ in range(4):
            flows = [rng.randint(-4, 4) for _ in range(size)]
            change = rng.randint(-6, 6)
            equal(learner.stretches(flows, change), by_hand(flows, change))


@check("large numbers", category="edge")
def large(learner, rng):
    flows = [rng.choice([-1, 1]) * 10**17 * rng.randint(1, 3) for _ in range(40)]
    for change in (0, 10**17, 10**17 + 1):
        equal(learner.stretches(flows, change), by_hand(flows, change))


@check("the flows afterwards", category="state")
def untouched(learner):
    _, (flows, _) = with_arguments(learner.stretches, [1, -1, 2], 0)
    equal(flows, [1, -1, 2])


@check("twice and four times as many minutes", category="scale")
def growth(learner, rng):
    def make(minutes):
        return [rng.randint(-50, 50) for _ in range(minutes)], rng.randint(-9, 9)

    grows(learner.stretches, make, n=40_000, power=1)
