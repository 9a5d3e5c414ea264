"""The same items in any order."""
from onsite import check, same_items

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("the same", visible=True)
def the_same(learner):
    same_items(learner.numbers(), list(range(129_995)))
