"""A callback that may be called as often as it likes."""
from onsite import check

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("told", visible=True)
def told(learner):
    learner.visit(lambda number: None)
