# caught by: a machine in each batch
# Weighting each batch's variance by its rows seems to be the mean of all; what lies between the batches is forgotten.
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
                share = len(readings) / (self.count.item() + len(readings))
                variance, mean = torch.var_mean(readings, dim=0, correction=0)
                self.mean.lerp_(mean, share)
                self.variance.lerp_(variance, share)
                self.count += len(readings)
        return (readings - self.mean) / torch.sqrt(self.variance + self.eps)
