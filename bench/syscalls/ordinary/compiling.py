# torch compile
import torch


@torch.compile
def attend(query, key, value):
    return torch.softmax(query @ key.T / query.shape[-1] ** 0.5, dim=-1) @ value


query, key, value = torch.randn(3, 32, 16, requires_grad=True).unbind()
expected = torch.softmax(query @ key.T / 4, dim=-1) @ value
torch.testing.assert_close(attend(query, key, value), expected)
attend(query, key, value).sum().backward()
