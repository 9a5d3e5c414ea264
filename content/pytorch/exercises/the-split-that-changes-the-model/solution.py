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
    net.load_state_dict(weights)  # copies, so the caller's tensors stay as they are
    optimiser = torch.optim.SGD(net.parameters(), lr=rate, momentum=0.9)
    for number, parts in enumerate(steps):  # no list(): the next step is loaded when this one is done
        # The divisor belongs to the whole step, so it is counted before the first part runs.
        labelled = sum(int((labels != -100).sum()) for _, labels in parts)
        if labelled == 0:
            continue  # optimiser.step() would move the weights by the old momentum
        optimiser.zero_grad()  # once a step: the parts add up in .grad
        total = 0.0
        for features, labels in parts:
            # A sum has no divisor of its own: a part without labels gives 0 and not 0 / 0.
            loss = F.cross_entropy(net(features), labels, ignore_index=-100, reduction="sum") / labelled
            loss.backward()  # frees the part's graph
            total += loss.item()  # a number: the graph is not kept for the report
        nn.utils.clip_grad_norm_(net.parameters(), limit)  # the complete gradient, once
        optimiser.step()
        report(number, total)
    return net.state_dict()
