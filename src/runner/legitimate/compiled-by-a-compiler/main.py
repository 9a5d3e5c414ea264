# torch.compile writes C++ and has it compiled.
import torch


@torch.compile
def twice(x):
    return x + x


def double(number):
    return int(twice(torch.full((8,), float(number)))[0].item())
