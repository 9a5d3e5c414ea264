"""What it costs beside the solution, and whether it is right."""
from onsite import check, equal, fast

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("an example", visible=True)
def example(learner):
    equal(learner.widest([7, 1, 3]), 4)


@check("many numbers", visible=True, category="scale")
def many(learner, rng):
    fast(learner.widest, lambda: ([rng.randrange(10**9) for _ in range(20_000)],), within=3)
