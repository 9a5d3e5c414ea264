"""What it costs beside the solution: the largest gap between neighbours in sorted order."""
from onsite import check, equal, fast

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("an example", visible=True)
def example(learner):
    equal(learner.widest([7, 1, 3]), 4)


@check("many numbers", visible=True, category="scale")
def many(learner, rng):
    def make():
        return ([rng.randrange(10**9) for _ in range(40_000)],)

    fast(learner.widest, make, within=3)
