"""How the cost grows: pairs that add up to a target, counted in one pass."""
from onsite import check, equal, grows


@check("an example", visible=True)
def example(learner):
    equal(learner.pairs([1, 4, 2, 3], 5), 2)


@check("twice as many numbers", category="scale")
def twice(learner, rng):
    def make(n):
        return [rng.randrange(10**6) for _ in range(n)], 10**6

    grows(learner.pairs, make, n=20_000, power=1)
