# Saved and loaded: weights, optimiser, whole tensors.
import io

import torch


def double(number):
    model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
    optimiser = torch.optim.AdamW(model.parameters())
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict()}, "checkpoint.pt")
    kept = torch.load("checkpoint.pt", weights_only=True)
    model.load_state_dict(kept["model"])
    optimiser.load_state_dict(kept["optimiser"])
    box = io.BytesIO()
    torch.save(torch.tensor(number), box)
    box.seek(0)
    return 2 * torch.load(box).item()
