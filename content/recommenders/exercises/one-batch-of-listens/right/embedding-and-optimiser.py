import torch
from torch import nn


def learn(listeners, episodes, batch, share, temperature, rate):
    # The parameters share their memory with the tables, so the optimiser's step is the change in place.
    left = nn.Embedding.from_pretrained(listeners, freeze=False, sparse=True)
    right = nn.Embedding.from_pretrained(episodes, freeze=False, sparse=True)
    if batch.numel() == 0:
        return 0.0
    optimiser = torch.optim.SGD([left.weight, right.weight], lr=rate)
    users, items = batch.T
    # Dividing the rows by the temperature first is the same product.
    logits = torch.einsum("bd,cd->bc", left(users) / temperature, right(items)) - share.log()[items]
    positive = logits.diagonal()
    repeats = items.unsqueeze(0).eq(items.unsqueeze(1)).fill_diagonal_(False)
    loss = (logits.masked_fill(repeats, -torch.inf).logsumexp(dim=1) - positive).mean()
    loss.backward()
    optimiser.step()
    return loss.item()
