import torch


class Scaler(torch.nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features, self.eps = features, eps
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("variance", torch.ones(features))
        self.register_buffer("count", torch.tensor(0))

    def forward(self, readings):
        if readings.shape[1:] != (self.features,):
            raise ValueError(f"shape {tuple(readings.shape)}")
        if self.training and readings.shape[0] > 0:
            rows = readings.detach()
            share = rows.shape[0] / (self.count.item() + rows.shape[0])
            mean = torch.lerp(self.mean, rows.mean(0), share)
            old = self.variance + (self.mean - mean) ** 2
            new = ((rows - mean) ** 2).mean(0)
            self.variance, self.mean = torch.lerp(old, new, share), mean
            self.count = self.count + rows.shape[0]
        return (readings - self.mean.detach()) / torch.sqrt(self.variance.detach() + self.eps)
