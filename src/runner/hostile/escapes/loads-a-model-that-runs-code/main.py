# A checkpoint that is a pickle runs code where it is loaded: here, in its own process.
import os

import torch


class Runs:
    def __reduce__(self):
        return (os.system, ("id",))


def double(number):
    torch.save(Runs(), "model.pt")
    torch.load("model.pt", weights_only=False)
    return "loaded"
