# A tensor on a device where nothing is stored, as large as can be said.
import torch


def double(number):
    return torch.empty((2**20, 2**20), device="meta")
