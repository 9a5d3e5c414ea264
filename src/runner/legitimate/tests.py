"""The checks of every legitimate program that has none of its own: each doubles a number by the means that it is there to show."""
from onsite import check, equal


@check("twenty-one", visible=True)
def shown(learner):
    equal(learner.double(21), 42)


@check("drawn numbers")
def drawn(learner, rng):
    draw = rng.randrange if hasattr(rng, "randrange") else rng.integers
    for _ in range(2):
        number = int(draw(1, 1000))
        equal(learner.double(number), 2 * number)
