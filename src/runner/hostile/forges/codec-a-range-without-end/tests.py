"""A check that looks at everything it gets."""
from onsite import check, same_items, require

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("all of them", visible=True)
def all_of_them(learner):
    require(sorted(learner.numbers()) == [1, 2, 3], "expected 1, 2 and 3")
