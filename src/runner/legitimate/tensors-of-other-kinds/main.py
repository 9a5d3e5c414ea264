# Sparse, complex, half, quantised by hand, distributions, meta.
import torch
from torch import distributions


def double(number):
    sparse = torch.sparse_coo_tensor([[0, 1], [1, 0]], [1.0, 1.0], (2, 2))
    assert torch.equal(torch.sparse.mm(sparse, torch.eye(2)), sparse.to_dense())
    assert torch.view_as_real(torch.complex(torch.ones(1), torch.ones(1)).conj().resolve_conj()).tolist() == [[1.0, -1.0]]
    assert (torch.ones(3, dtype=torch.bfloat16) * 2).sum().item() == 6 and torch.empty(2**40, device="meta").numel() == 2**40
    normal = distributions.Normal(0.0, 1.0)
    assert distributions.kl_divergence(normal, normal).item() == 0 and normal.rsample((3,)).shape == (3,)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == torch.bfloat16
    return int(torch.fft.fft(torch.full((2,), float(number))).real[0].item())
