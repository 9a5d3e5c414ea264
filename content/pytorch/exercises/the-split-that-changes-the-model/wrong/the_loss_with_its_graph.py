# caught by: what is reported
# The tensors are added up and reported as they are; it prints well, and it keeps the graph of every part until the step is over.
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
        labelled = sum(int((labels != -100).sum()) for _, labels in parts)
        if labelled == 0:
            continue
        optimiser.zero_grad()
        total = 0
        for features, labels in parts:
            loss = F.cross_entropy(net(features), labels, reduction="sum") / labelled
            loss.backward()
            total = total + loss
        nn.utils.clip_grad_norm_(net.parameters(), limit)
        optimiser.step()
        report(number, total)
    return net.state_dict()
