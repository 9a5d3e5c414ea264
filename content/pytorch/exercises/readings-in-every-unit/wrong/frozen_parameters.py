# caught by: what an optimiser sees
# A Parameter with requires_grad=False is saved and moved too; but it stands among the parameters, where weight decay and counts find it.
import torch
from torch import nn


class Scaler(nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features, self.eps = features, eps
        self.mean = nn.Parameter(torch.zeros(features), requires_grad=False)
        self.variance = nn.Parameter(torch.ones(features), requires_grad=False)
        self.count = nn.Parameter(torch.tensor(0), requires_grad=False)

    def forward(self, readings):
        if readings.shape[1] != self.features:
            raise ValueError
        if self.training and len(readings):
            with torch.no_grad():
                n, k = self.count.item(), len(readings)
                variance, mean = torch.var_mean(readings, dim=0, correction=0)
                gap = mean - self.mean
                self.variance.copy_((self.variance * n + variance * k + gap**2 * n * k / (n + k)) / (n + k))
                self.mean += gap * k / (n + k)
                self.count += k
        return (readings - self.mean) / torch.sqrt(self.variance + self.eps)
