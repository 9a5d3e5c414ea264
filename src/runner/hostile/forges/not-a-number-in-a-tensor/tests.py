"""Compared with a tolerance."""
import torch
from onsite import check, close

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("thirds", visible=True)
def thirds(learner):
    close(learner.thirds(), torch.tensor([1 / 3, 2 / 3, 1.0]), rtol=1e30)
