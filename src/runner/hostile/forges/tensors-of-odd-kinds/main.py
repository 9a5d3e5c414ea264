# Sparse, quantised, nested, in eight-bit floats: what does not travel stays a handle.
import torch

KINDS = [
    torch.eye(3).to_sparse(),
    torch.eye(3).to_sparse_csr(),
    torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.quint8),
    torch.ones(3).to(torch.float8_e4m3fn),
    torch.complex(torch.ones(2), torch.ones(2)).conj(),
    torch.zeros(0, 2**30),
    torch.tensor(float("nan"), dtype=torch.bfloat16),
]


def double(number):
    return KINDS
