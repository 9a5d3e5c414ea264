# caught by: a listener who hears a lot
# Indexed subtraction reads, subtracts and writes; of several changes to one row a single one survives.
import torch
import torch.nn.functional as F


def learn(listeners, episodes, batch, share, temperature, rate):
    """One step of gradient descent on both tables, in place. Returns the loss before the step."""
    if len(batch) == 0:
        return 0.0
    users, items = batch[:, 0], batch[:, 1]

    user_rows = listeners[users].requires_grad_()
    item_rows = episodes[items].requires_grad_()
    logits = user_rows @ item_rows.T / temperature - share[items].log()

    same = items[:, None] == items[None, :]
    other_row = ~torch.eye(len(batch), dtype=torch.bool)
    logits = logits.masked_fill(same & other_row, float("-inf"))
    loss = F.cross_entropy(logits, torch.arange(len(batch)))
    user_step, item_step = torch.autograd.grad(loss, (user_rows, item_rows))

    listeners[users] -= rate * user_step
    episodes[items] -= rate * item_step
    return loss.item()
