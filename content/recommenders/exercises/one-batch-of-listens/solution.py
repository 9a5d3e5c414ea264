import torch
import torch.nn.functional as F


def learn(listeners, episodes, batch, share, temperature, rate):
    """One step of gradient descent on both tables, in place. Returns the loss before the step."""
    if len(batch) == 0:
        return 0.0  # the mean over nothing would be nan
    users, items = batch[:, 0], batch[:, 1]

    # Gradients are wanted for the rows in use only, never for a whole table. Indexing copies them.
    user_rows = listeners[users].requires_grad_()
    item_rows = episodes[items].requires_grad_()
    # e^s / q = e^(s - log q): in the exponent nothing can overflow. The temperature divides the score alone.
    logits = user_rows @ item_rows.T / temperature - share[items].log()

    same = items[:, None] == items[None, :]
    other_row = ~torch.eye(len(batch), dtype=torch.bool)
    logits = logits.masked_fill(same & other_row, float("-inf"))
    loss = F.cross_entropy(logits, torch.arange(len(batch)))
    user_step, item_step = torch.autograd.grad(loss, (user_rows, item_rows))

    # index_add_ sums the parts of repeated rows; `listeners[users] -= ...` would keep one of them.
    listeners.index_add_(0, users, user_step, alpha=-rate)
    episodes.index_add_(0, items, item_step, alpha=-rate)
    return loss.item()
