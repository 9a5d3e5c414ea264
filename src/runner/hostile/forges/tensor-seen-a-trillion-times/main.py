# Four bytes that are expanded to more than there is.
import torch


def double(number):
    return torch.zeros(1).expand(2**40)
