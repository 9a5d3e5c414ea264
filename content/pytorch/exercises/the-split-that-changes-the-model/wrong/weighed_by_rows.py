# caught by: examples without a label
# Each part is weighed by its number of rows; but the mean that cross_entropy takes is over the labelled ones only.
import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3))

    def forward(self, features):
        return self.layers(features)


def train(weights, steps, rate, limit, report):
    net = Net()
    net.load_state_dict(weights)
    optimiser = torch.optim.SGD(net.parameters(), lr=rate, momentum=0.9)
    for number, parts in enumerate(steps):
        parts = [(x, y) for x, y in parts if (y != -100).any()]
        rows = sum(len(y) for _, y in parts)
        if rows == 0:
            continue
        optimiser.zero_grad()
        total = 0.0
        for features, labels in parts:
            loss = F.cross_entropy(net(features), labels) * len(labels) / rows
            loss.backward()
            total += loss.item()
        nn.utils.clip_grad_norm_(net.parameters(), limit)
        optimiser.step()
        report(number, total)
    return net.state_dict()
