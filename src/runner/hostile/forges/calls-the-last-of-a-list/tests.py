"""A callback to be used, not to be found."""
from onsite import check

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("visited", visible=True)
def visited(learner):
    learner.visit(lambda number: None)
