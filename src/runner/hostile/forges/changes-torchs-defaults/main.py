# Type, device, seed and determinism: its own affair.
import torch

torch.set_default_dtype(torch.float64)
torch.set_default_device("meta")
torch.manual_seed(0)
torch.use_deterministic_algorithms(True)
torch.set_grad_enabled(False)
torch.set_printoptions(profile="full")
torch.set_flush_denormal(True)


def double(number):
    return torch.ones(3)
