import torch
from torch import nn


class Scaler(nn.Module):
    """Recovers sums from the state, adds in float64, and stores the quotients again."""

    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.eps = eps
        for name, value in (("mean", torch.zeros(features).double()), ("variance", torch.ones(features).double()), ("count", torch.zeros((), dtype=torch.int64))):
            self.register_buffer(name, value)

    def forward(self, readings):
        if readings.size(1) != self.mean.numel():
            raise ValueError("width")
        if self.training and readings.size(0):
            rows = readings.detach().double()
            n = self.count.double()
            total = n + rows.size(0)
            mean = (self.mean * n + rows.sum(0)) / total
            squares = (self.variance + self.mean**2) * n + (rows**2).sum(0)
            self.variance = (squares / total - mean**2).clamp(min=0)
            self.mean = mean
            self.count = total.long()
        out = (readings.double() - self.mean) * torch.rsqrt(self.variance + self.eps)
        return out.to(readings.dtype)
