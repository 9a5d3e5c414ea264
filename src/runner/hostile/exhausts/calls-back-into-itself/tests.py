"""A callback that calls what it is given."""
from onsite import check

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("nested", visible=True)
def nested(learner):
    learner.visit(lambda function: function())
