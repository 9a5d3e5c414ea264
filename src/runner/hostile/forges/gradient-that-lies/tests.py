"""The gradient of a square, against the judge's own."""
import torch
from onsite import check, close

CANARY = "canary-5b1f8c-of-the-hidden-checks"


@check("a slope", visible=True)
def slope(learner):
    x = torch.tensor([1.0, 2.0, 3.0])
    close(learner.slope(x), 2 * x)
