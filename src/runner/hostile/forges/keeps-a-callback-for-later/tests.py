"""Two checks, each with a callback of its own."""
from onsite import check, require

CANARY = "canary-5b1f8c-of-the-hidden-checks"


def visits_once(learner):
    seen = []
    learner.visit(seen.append)
    require(seen == [1], f"expected one visit, got {len(seen)}")


@check("first", visible=True)
def first(learner):
    visits_once(learner)


@check("second", visible=True)
def second(learner):
    visits_once(learner)
