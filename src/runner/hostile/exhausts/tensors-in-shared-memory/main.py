# Storage that is shared between processes.
import torch


def double(number):
    return len([torch.ones(2**20).share_memory_() for _ in range(1000)])
