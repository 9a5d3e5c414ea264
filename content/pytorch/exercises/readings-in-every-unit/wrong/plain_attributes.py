# caught by: the model's file
# Tensors as ordinary attributes: everything is right until the model is saved, and then the state is missing.
import torch


class Scaler(torch.nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features, self.eps = features, eps
        self.mean, self.variance, self.count = torch.zeros(features), torch.ones(features), torch.tensor(0)

    def forward(self, readings):
        if readings.shape[1] != self.features:
            raise ValueError
        if self.training and len(readings):
            with torch.no_grad():
                n, k = self.count.item(), len(readings)
                variance, mean = torch.var_mean(readings, dim=0, correction=0)
                gap = mean - self.mean
                self.variance = (self.variance * n + variance * k + gap**2 * n * k / (n + k)) / (n + k)
                self.mean = self.mean + gap * k / (n + k)
                self.count = self.count + k
        return (readings - self.mean) / torch.sqrt(self.variance + self.eps)
