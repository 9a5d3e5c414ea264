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
        self.width, self.heads, self.shared, self.window = width, heads, shared, window
        self.size = width // heads
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, shared * self.size, bias=False)
        self.value = nn.Linear(width, shared * self.size, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, frames, past=None):
        batch, n, _ = frames.shape
        if past is None:
            none = frames.new_zeros(batch, self.shared, 0, self.size)
            past = (none, none, 0)
        keys, values, seen = past
        answers = frames.new_zeros(batch, 0, self.width)
        for t in range(n):
            frame = frames[:, t]
            here = torch.tensor([seen])
            k = turn(self.key(frame).view(batch, self.shared, 1, self.size), here)
            v = self.value(frame).view(batch, self.shared, 1, self.size)
            # With the newest frame appended, the last `window` entries are exactly what it may look at.
            keys = torch.cat([keys, k], 2)[:, :, -self.window :]
            values = torch.cat([values, v], 2)[:, :, -self.window :]
            q = turn(self.query(frame).view(batch, self.heads, 1, self.size), here)
            parts = []
            for h in range(self.heads):
                g = h * self.shared // self.heads
                weights = ((q[:, h] * keys[:, g]).sum(-1) / self.size**0.5).softmax(-1)
                parts.append((weights[..., None] * values[:, g]).sum(1))
            answers = torch.cat([answers, self.out(torch.cat(parts, -1))[:, None]], 1)
            seen += 1
        held = min(seen, self.window - 1)
        first = keys.shape[2] - held
        return answers, (keys[:, :, first:], values[:, :, first:], seen)
