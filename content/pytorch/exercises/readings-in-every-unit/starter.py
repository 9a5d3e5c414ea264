import torch


class Scaler(torch.nn.Module):
    def __init__(self, features, eps=1e-5):
        super().__init__()
        self.features = features
        self.eps = eps
        self.mean = torch.zeros(features)
        self.variance = torch.ones(features)
        self.count = 0

    def forward(self, readings):
        ...
