# caught by: two bursts
# A lower triangle as in training: right for a square matrix, aligned at the wrong corner as soon as there is a past.
import math

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
        self.heads, self.shared, self.window = heads, shared, window
        self.size = width // heads
        self.query = nn.Linear(width, heads * self.size, bias=False)
        self.key = nn.Linear(width, shared * self.size, bias=False)
        self.value = nn.Linear(width, shared * self.size, bias=False)
        self.out = nn.Linear(heads * self.size, width, bias=False)

    def split(self, x):
        return x.unflatten(-1, (-1, self.size)).transpose(1, 2)

    def forward(self, frames, past=None):
        q, k, v = self.split(self.query(frames)), self.split(self.key(frames)), self.split(self.value(frames))
        new = frames.shape[1]
        seen = 0 if past is None else past[2]
        q_positions = torch.arange(seen, seen + new)
        q, k = turn(q, q_positions), turn(k, q_positions)

        if past is not None:
            k, v = torch.cat([past[0], k], dim=2), torch.cat([past[1], v], dim=2)
        ones = torch.ones(new, k.shape[2], dtype=torch.bool)
        hidden = ~(ones.tril() & ones.triu(1 - self.window))
        group = self.heads // self.shared
        scores = q @ k.repeat_interleave(group, dim=1).transpose(-1, -2) / math.sqrt(self.size)
        weights = scores.masked_fill(hidden, -math.inf).softmax(dim=-1)
        joined = (weights @ v.repeat_interleave(group, dim=1)).transpose(1, 2).flatten(2)

        seen += new
        held = min(seen, self.window - 1)
        start = k.shape[2] - held
        return self.out(joined), (k[:, :, start:], v[:, :, start:], seen)
