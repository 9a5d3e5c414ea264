"""A callback, to be called."""
from onsite import check, equal

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("visited", visible=True)
def visited(learner):
    equal(learner.visit(lambda number: number), [1, 1])
