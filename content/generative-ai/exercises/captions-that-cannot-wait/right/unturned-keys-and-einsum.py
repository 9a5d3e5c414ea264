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
    """Keeps keys as they come and turns them at each call: only differences of positions matter to the scores."""

    def __init__(self, width, heads, shared, window):
        super().__init__()
        self.shape = (shared, heads // shared, width // heads)
        self.window = window
        for name, parts in [("query", heads), ("key", shared), ("value", shared)]:
            setattr(self, name, nn.Linear(width, parts * self.shape[2], bias=False))
        self.out = nn.Linear(heads * self.shape[2], width, bias=False)

    def forward(self, frames, past=None):
        (b, n, _), (g, r, s) = frames.shape, self.shape
        raw = self.key(frames).reshape(b, n, g, s).permute(0, 2, 1, 3)
        values = self.value(frames).reshape(b, n, g, s).permute(0, 2, 1, 3)
        seen = 0
        if past is not None:
            seen = past[2]
            raw, values = torch.cat([past[0], raw], -2), torch.cat([past[1], values], -2)
        m = raw.shape[-2]
        local = torch.arange(m)
        k = turn(raw, local)
        q = turn(self.query(frames).reshape(b, n, g, r, s).permute(0, 2, 3, 1, 4), local[m - n :])
        scores = torch.einsum("bgrns,bgms->bgrnm", q, k) * s**-0.5
        distance = local[m - n :].view(n, 1) - local.view(1, m)
        scores = torch.where((distance >= 0) & (distance < self.window), scores, torch.tensor(float("-inf"), dtype=scores.dtype))
        mixed = torch.einsum("bgrnm,bgms->bngrs", torch.softmax(scores, -1), values)
        answers = self.out(mixed.reshape(b, n, g * r * s))
        drop = m - min(seen + n, self.window - 1)
        return answers, (raw[..., drop:, :].clone(), values[..., drop:, :].clone(), seen + n)
