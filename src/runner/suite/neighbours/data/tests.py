"""An innocent job, at work while a hostile one runs."""
import numpy as np
import pandas as pd
from onsite import check, close, equal


def wanted(size):
    sums = [float(np.arange(shop, size, 7).sum()) for shop in range(7)]
    return pd.Series(sums, index=pd.Index(np.arange(7), name="shop"), name="sales")


@check("a small table", visible=True)
def small(learner):
    close(learner.totals(100), wanted(100))


@check("undisturbed")
def undisturbed(learner):
    before = learner.settings()
    close(learner.totals(10_000), wanted(10_000))
    learner.rest(0.3)
    for _ in range(5):
        close(learner.totals(10_000), wanted(10_000))
    equal(learner.settings(), before)
    equal(before, ({"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}, 60, 8))
