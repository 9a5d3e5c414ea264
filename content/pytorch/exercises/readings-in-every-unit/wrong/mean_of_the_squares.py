# caught by: large readings that vary little
# The variance as mean of squares minus square of the mean: right on paper, without digits in float32 when the mean is large.
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
            with torch.no_grad():
                n, k = self.count.item(), len(readings)
                mean = (self.mean * n + readings.sum(0)) / (n + k)
                squares = ((self.variance + self.mean**2) * n + (readings**2).sum(0)) / (n + k)
                self.variance.copy_((squares - mean**2).clamp(min=0))
                self.mean.copy_(mean)
                self.count += k
        return (readings - self.mean) / torch.sqrt(self.variance + self.eps)
