import torch


def learn(listeners, episodes, batch, share, temperature, rate):
    pairs = [(int(u), int(i)) for u, i in batch]
    change_u = {u: torch.zeros_like(listeners[u]) for u, _ in pairs}
    change_i = {i: torch.zeros_like(episodes[i]) for _, i in pairs}
    loss = 0.0
    for b, (u, i) in enumerate(pairs):
        candidates = [j for c, (_, j) in enumerate(pairs) if c == b or j != i]
        place = [c for c, (_, j) in enumerate(pairs) if c == b or j != i].index(b)
        logits = episodes[candidates] @ listeners[u] / temperature - share[candidates].log()
        top = logits.max()
        chances = (logits - top).exp() / (logits - top).exp().sum()
        loss += ((logits - top).exp().sum().log() + top - logits[place]).item()
        chances[place] -= 1
        for weight, j in zip(chances, candidates):
            change_u[u] += weight * episodes[j]
            change_i[j] += weight * listeners[u]
    scale = rate / (max(len(pairs), 1) * temperature)
    for table, changes in ((listeners, change_u), (episodes, change_i)):
        for row, change in changes.items():
            table[row] -= scale * change
    return loss / max(len(pairs), 1)
