"""The checks of every hostile program that has none of its own. Whoever doubles right passes; nobody may learn the canary."""
from onsite import check, equal

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("twenty-one", visible=True)
def shown(learner):
    equal(learner.double(21), 42)


@check("drawn numbers")
def drawn(learner, rng):
    draw = rng.randrange if hasattr(rng, "randrange") else rng.integers
    for _ in range(3):
        number = int(draw(10**6))
        equal(learner.double(number), 2 * number)


@check("a secret word")
def secret(learner, solution):
    equal(learner.double(CANARY), solution.double(CANARY))
