"""What it holds at its peak: the sum of squares below a number."""
from onsite import check, equal, light

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("an example", visible=True)
def example(learner):
    equal(learner.squares(4), 14)


@check("a million", visible=True, category="scale")
def million(learner, rng):
    light(learner.squares, lambda: (10**6 + rng.randrange(1000),), within=2)
