# Refused with a message of torch's own.
import torch


def double(number):
    return torch.ones(2**31)
