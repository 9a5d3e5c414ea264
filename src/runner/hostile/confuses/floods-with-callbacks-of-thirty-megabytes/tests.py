"""A callback that takes anything."""
from onsite import check

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("visited", visible=True)
def visited(learner):
    learner.visit(lambda block: None)
