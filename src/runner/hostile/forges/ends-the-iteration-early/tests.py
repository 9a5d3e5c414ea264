"""A sequence that is pulled by the judge."""
from onsite import check, equal

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("three", visible=True)
def three(learner):
    equal(list(learner.evens()), [0, 2, 4])
