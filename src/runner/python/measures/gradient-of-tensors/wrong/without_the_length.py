# caught by: rows of three
# says: expected
import torch


def backward(x, gain):
    weights = torch.arange(1.0, 4.0)
    unit = x / x.norm(dim=-1, keepdim=True)
    return 2 * gain.square() * unit * weights, (2 * gain * unit.square() * weights).sum(0)
