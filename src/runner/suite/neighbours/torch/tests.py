"""An innocent job, at work while a hostile one runs."""
import numpy as np
import torch
from onsite import check, close, equal


@check("one weight", visible=True)
def one(learner):
    close(learner.fit(torch.ones(4, 1), torch.full((4,), 3.0), 60), torch.tensor([3.0]), rtol=1e-3)


@check("undisturbed")
def undisturbed(learner, rng):
    before = learner.settings()
    x = torch.tensor(rng.normal(size=(200, 4)), dtype=torch.float32)
    y = x @ torch.tensor([1.0, -2.0, 0.5, 3.0])
    best = torch.tensor(np.linalg.lstsq(x.numpy(), y.numpy(), rcond=None)[0])
    close(learner.fit(x, y, 100), best, rtol=1e-3, atol=1e-3)
    learner.rest(0.3)
    close(learner.fit(x, y, 100), best, rtol=1e-3, atol=1e-3)
    equal(learner.settings(), before)
    equal(before, ("torch.float32", 1, True, "cpu"))
