# caught by: two listens
# A plain in-batch softmax; the shares are an argument that is easy to forget, and the loss falls nicely without them.
import torch
import torch.nn.functional as F


def learn(listeners, episodes, batch, share, temperature, rate):
    """One step of gradient descent on both tables, in place. Returns the loss before the step."""
    if len(batch) == 0:
        return 0.0
    users, items = batch[:, 0], batch[:, 1]

    user_rows = listeners[users].requires_grad_()
    item_rows = episodes[items].requires_grad_()
    logits = user_rows @ item_rows.T / temperature

    same = items[:, None] == items[None, :]
    other_row = ~torch.eye(len(batch), dtype=torch.bool)
    logits = logits.masked_fill(same & other_row, float("-inf"))
    loss = F.cross_entropy(logits, torch.arange(len(batch)))
    user_step, item_step = torch.autograd.grad(loss, (user_rows, item_rows))

    listeners.index_add_(0, users, user_step, alpha=-rate)
    episodes.index_add_(0, items, item_step, alpha=-rate)
    return loss.item()
