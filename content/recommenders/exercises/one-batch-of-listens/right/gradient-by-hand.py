import torch


@torch.no_grad()
def learn(listeners, episodes, batch, share, temperature, rate):
    size = batch.shape[0]
    if not size:
        return 0.0
    users, items = batch.unbind(1)
    u, e = listeners[users], episodes[items]
    logits = u @ e.mT / temperature - torch.log(share)[items]
    logits[(items.view(-1, 1) == items) & (torch.eye(size) == 0)] = -torch.inf
    log_p = torch.log_softmax(logits, dim=1)
    loss = -log_p.diagonal().mean()
    # d loss / d logits, then the chain rule through the product.
    g = (log_p.exp() - torch.eye(size, dtype=log_p.dtype)) / (size * temperature)
    to_users, to_items = g @ e, g.mT @ u
    listeners.index_put_((users,), -rate * to_users, accumulate=True)
    episodes.index_put_((items,), -rate * to_items, accumulate=True)
    return float(loss)
