"""The solution is at hand here, never there."""
from onsite import check, equal

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("visited", visible=True)
def visited(learner, solution):
    equal(learner.visit(lambda number: number), solution.double(21))
