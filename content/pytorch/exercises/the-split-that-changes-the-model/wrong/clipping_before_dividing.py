# caught by: a tight limit
# The sum's gradient is clipped and then divided: the limit then acts on something that grows with the number of examples.
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
        optimiser.zero_grad()
        total, labelled = 0.0, 0
        for features, labels in parts:
            loss = F.cross_entropy(net(features), labels, reduction="sum")
            loss.backward()
            total += loss.item()
            labelled += int((labels != -100).sum())
        if labelled == 0:
            continue
        nn.utils.clip_grad_norm_(net.parameters(), limit)
        for parameter in net.parameters():
            parameter.grad /= labelled
        optimiser.step()
        report(number, total / labelled)
    return net.state_dict()
