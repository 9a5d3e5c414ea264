# Two threads, and work that is large enough for both.
import torch


def double(number):
    torch.set_num_threads(2)
    a = torch.ones(1200, 1200)
    assert (a @ a)[0, 0].item() == 1200 and torch.nn.functional.conv2d(torch.ones(4, 8, 64, 64), torch.ones(8, 8, 3, 3)).sum() > 0
    x = torch.randn(300, 300, requires_grad=True)
    (x @ x).sum().backward()
    torch.linalg.svd(x.detach())
    return number * torch.get_num_threads()
