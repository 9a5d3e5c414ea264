# vmap, jacobians, functional calls.
import torch
from torch.func import functional_call, grad, jacrev, vmap


def double(number):
    x = torch.arange(3.0)
    assert torch.equal(vmap(grad(lambda value: value**2))(x), 2 * x)
    assert torch.equal(jacrev(lambda value: 2 * value)(x), 2 * torch.eye(3))
    model = torch.nn.Linear(1, 1, bias=False)
    answer = functional_call(model, {"weight": torch.tensor([[2.0]])}, (torch.tensor([[float(number)]]),))
    return int(answer.item())
