"""A backward pass by hand in PyTorch, held against the judge's own autograd."""
import torch
from onsite import check, close, gradient


def forward(x, gain):
    return (gain * x / x.norm(dim=-1, keepdim=True)).square().mul(torch.arange(1.0, 4.0)).sum()


@check("rows of three", visible=True)
def rows(learner):
    x, gain = torch.randn(4, 3), torch.randn(3)
    by_x, by_gain = gradient(forward, x, gain)
    close(learner.backward(x, gain), (by_x, by_gain), rtol=1e-4, atol=1e-5)


@check("an input that does not matter")
def unused(learner):
    close(gradient(lambda x, y: x.sum(), torch.ones(2), torch.ones(3)), (torch.ones(2), torch.zeros(3)))
    close(learner.backward(torch.ones(1, 3), torch.zeros(3))[0], torch.zeros(1, 3))
