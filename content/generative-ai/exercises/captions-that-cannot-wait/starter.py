import torch
from torch import nn


def turn(x, positions):
    """Turns each pair (x[..., i], x[..., i + size / 2]) by an angle that grows with the position.

    x has shape (..., n, size), positions has shape (n,).
    """
    half = x.shape[-1] // 2
    speed = 10_000.0 ** (-torch.arange(half, dtype=x.dtype) / half)
    angle = positions.to(x.dtype)[:, None] * speed
    first, second = x[..., :half], x[..., half:]
    return torch.cat([first * angle.cos() - second * angle.sin(), first * angle.sin() + second * angle.cos()], dim=-1)


class Listener(nn.Module):
    def __init__(self, width, heads, shared, window):
        super().__init__()
        raise NotImplementedError

    def forward(self, frames, past=None):
        raise NotImplementedError
