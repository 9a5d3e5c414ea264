# grad, a function of its own, hooks, second derivatives, checkpoints, anomaly detection.
import torch
from torch.utils.checkpoint import checkpoint


class Twice(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        return 2 * x

    @staticmethod
    def backward(context, gradient):
        return 2 * gradient


def double(number):
    x = torch.tensor([float(number)], requires_grad=True)
    seen = []
    x.register_hook(seen.append)
    with torch.autograd.detect_anomaly(check_nan=True):
        Twice.apply(x).sum().backward()
    (slope,) = torch.autograd.grad((x**2).sum(), x, create_graph=True)
    (curve,) = torch.autograd.grad(slope.sum(), x)
    checkpoint(torch.sin, x, use_reentrant=False).sum().backward()
    assert torch.autograd.gradcheck(Twice.apply, (x.detach().double().requires_grad_(),)) and len(seen) >= 1
    return int(curve.item()) * number
