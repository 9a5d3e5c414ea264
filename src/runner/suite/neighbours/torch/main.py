# Minds its own business, and looks whether anybody touched what is its own.
import time

import torch


def fit(x, y, steps):
    weights = torch.zeros(x.shape[1], requires_grad=True)
    optimiser = torch.optim.SGD([weights], lr=0.1)
    for _ in range(steps):
        optimiser.zero_grad()
        ((x @ weights - y) ** 2).mean().backward()
        optimiser.step()
    return weights.detach()


def settings():
    return str(torch.get_default_dtype()), torch.get_num_threads(), torch.is_grad_enabled(), str(torch.get_default_device())


def rest(seconds):
    time.sleep(seconds)
