# Compared with a tolerance that it is not outside of.
import torch


def thirds():
    return torch.tensor([1 / 3, float("nan"), float("inf")])
