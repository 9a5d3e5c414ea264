# torch's own interpreter of a part of Python needs no compiler.
import torch


@torch.jit.script
def twice(x: torch.Tensor, times: int) -> torch.Tensor:
    total = torch.zeros_like(x)
    for _ in range(times):
        total = total + x
    return total


traced = torch.jit.trace(lambda x: x + x, torch.ones(1))


def double(number):
    x = torch.tensor([float(number)])
    assert torch.equal(traced(x), twice(x, 2))
    return int(twice(x, 2).item())
