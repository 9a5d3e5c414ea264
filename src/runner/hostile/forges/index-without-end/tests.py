"""A table is wanted."""
import pandas as pd
from onsite import check, equal

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("a table", visible=True)
def table(learner):
    equal(learner.table(), pd.DataFrame({"value": [1]}))
