# More threads than processes are allowed, and work for all of them.
import torch


def double(number):
    torch.set_num_threads(256)
    return float(torch.rand(1024, 1024).matmul(torch.rand(1024, 1024)).sum()) < 0
