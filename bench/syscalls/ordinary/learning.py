# torch
import os
import tempfile

import torch
import torch.multiprocessing
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.checkpoint import checkpoint

os.chdir(tempfile.mkdtemp())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 4, 3, padding=1)
        self.recurrent = nn.LSTM(8, 8, batch_first=True)
        self.attention = nn.MultiheadAttention(8, 2, batch_first=True)
        self.encoder = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
        self.head = nn.Sequential(nn.LayerNorm(8), nn.Dropout(0.1), nn.Linear(8, 2))

    def forward(self, images):
        hidden = self.convolution(images).mean(1)
        hidden, _ = self.recurrent(hidden)
        hidden, _ = self.attention(hidden, hidden, hidden)
        return self.head(checkpoint(self.encoder, hidden, use_reentrant=False).mean(1))


data = TensorDataset(torch.randn(64, 1, 8, 8), torch.randint(0, 2, (64,)))
net = Net()
for kind in (torch.optim.Adam, torch.optim.AdamW, torch.optim.SGD):
    optimizer = kind(net.parameters(), lr=1e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)
    for images, labels in DataLoader(data, batch_size=16, shuffle=True, num_workers=2 if kind is torch.optim.Adam else 0):
        loss = nn.functional.cross_entropy(net(images), labels)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
torch.save(net.state_dict(), "net.pt")
net.load_state_dict(torch.load("net.pt"))
torch.load("net.pt", mmap=True)
torch.set_num_threads(2)
big = torch.randn(600, 600)
(big @ big).exp().sum(), torch.linalg.svd(big), torch.fft.fft(big), torch.einsum("ij,jk->ik", big, big), torch.linalg.cholesky(big @ big.T + 600 * torch.eye(600))
torch.set_num_threads(1)
shared = torch.zeros(10).share_memory_()


def add(_place, tensor):
    tensor += 1


torch.multiprocessing.start_processes(add, (shared,), nprocs=2, start_method="fork")
assert shared.sum() > 0
torch.jit.script(nn.ReLU())(big), torch.jit.trace(nn.Linear(600, 2), big)
torch.func.vmap(torch.func.grad(lambda x: (x**2).sum()))(big), torch.autograd.gradcheck(torch.sin, torch.randn(3, dtype=torch.double, requires_grad=True))
with torch.autocast("cpu", dtype=torch.bfloat16), torch.no_grad():
    nn.Linear(600, 600)(big)
torch.compile(lambda x: x * 2 + 1, backend="eager")(big), torch.compile(lambda x: x * 2 + 1, backend="aot_eager")(big)
torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU])
torch.nn.utils.rnn.pack_padded_sequence(torch.randn(2, 3, 4), torch.tensor([3, 2]), batch_first=True)
torch.from_file("shared", shared=True, size=10)
nn.functional.scaled_dot_product_attention(*torch.randn(3, 1, 2, 8, 4))
torch.quantize_per_tensor(big, 0.1, 0, torch.quint8), torch.sparse_coo_tensor([[0], [1]], [1.0], (2, 2)).to_dense(), torch.distributions.Normal(0, 1).sample()
torch.manual_seed(0), torch.Generator().manual_seed(1), repr(big), big.numpy().sum(), torch.utils.data.random_split(data, [32, 32])
