"""A callback that remembers its calls."""
from onsite import check, require

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("once", visible=True)
def once(learner):
    seen = []
    learner.visit(lambda number: seen.append(number))
    require(len(seen) == 1, f"expected one visit, got {len(seen)}")
