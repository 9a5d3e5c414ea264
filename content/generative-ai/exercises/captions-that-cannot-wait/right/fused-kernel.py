import torch
import torch.nn.functional as F
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
        size = width // heads
        self.window, self.size = window, size
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, shared * size, bias=False)
        self.value = nn.Linear(width, shared * size, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, frames, past=None):
        batch, new, _ = frames.shape
        q, k, v = (
            layer(frames).view(batch, new, layer.out_features // self.size, self.size).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        if past is None:
            past = (k[:, :, :0], v[:, :, :0], 0)
        keys, values, seen = past
        at = seen + torch.arange(new)
        keys = torch.cat((keys, turn(k, at)), 2)
        values = torch.cat((values, v), 2)
        total = keys.shape[2]
        allowed = torch.ones(new, total, dtype=torch.bool).tril(total - new).triu(total - new - self.window + 1)
        if new:
            mixed = F.scaled_dot_product_attention(turn(q, at), keys, values, attn_mask=allowed, enable_gqa=True)
        else:
            mixed = q
        keep = min(seen + new, self.window - 1)
        rest = slice(total - keep, total)
        return self.out(mixed.transpose(1, 2).flatten(2)), (keys[:, :, rest], values[:, :, rest], seen + new)
