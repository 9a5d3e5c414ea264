import torch


def backward(x, gain):
    weights = torch.arange(1.0, 4.0)
    length = x.norm(dim=-1, keepdim=True)
    unit = x / length
    by_unit = 2 * gain.square() * unit * weights
    by_x = (by_unit - unit * (by_unit * unit).sum(-1, keepdim=True)) / length
    return by_x, (2 * gain * unit.square() * weights).sum(0)
