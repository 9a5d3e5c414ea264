"""A callback that has to be used while it is lent."""
from onsite import check, equal, require

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("visited", visible=True)
def visited(learner):
    seen = []
    learner.visit(seen.append)
    equal(learner.pause(), [])
    require(seen == [1], f"expected one visit, got {len(seen)}")
