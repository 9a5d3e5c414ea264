# A loss that remembers every step that led to it.
import torch

weight = torch.ones(2**14, requires_grad=True)


def double(number):
    loss = weight
    while True:
        loss = torch.sin(loss * weight)
