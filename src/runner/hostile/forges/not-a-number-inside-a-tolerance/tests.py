"""Compared with a tolerance."""
import numpy as np
from onsite import check, close

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("thirds", visible=True)
def thirds(learner):
    close(learner.thirds(), np.array([1 / 3, 2 / 3, 1.0]))
