# caught by: gradients of the readings
# Nothing says that the statistics are constants, so gradients flow through them and every call hangs on the one before.
import torch


class Scaler(torch.nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features, self.eps = features, eps
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("variance", torch.ones(features))
        self.register_buffer("count", torch.tensor(0))

    def forward(self, readings):
        if readings.shape[1] != self.features:
            raise ValueError
        if self.training and len(readings):
            n, k = self.count.item(), len(readings)
            variance, mean = torch.var_mean(readings, dim=0, correction=0)
            gap = mean - self.mean
            self.variance = (self.variance * n + variance * k + gap**2 * n * k / (n + k)) / (n + k)
            self.mean = self.mean + gap * k / (n + k)
            self.count += k
        return (readings - self.mean) / torch.sqrt(self.variance + self.eps)
