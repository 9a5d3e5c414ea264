# caught by: two hundred and sixty other nights
# compares on the newest and largest table: its labels carry the same fault that the new model has learnt
import numpy as np


def promote(recent, audited, frozen):
    def loss(model):
        return -np.where(recent["label"] == 1, np.log(recent[model]), np.log1p(-recent[model])).mean()

    return bool(loss("new") < loss("old"))
