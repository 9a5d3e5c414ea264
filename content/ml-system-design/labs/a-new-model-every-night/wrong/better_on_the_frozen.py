# caught by: two hundred and sixty other nights
# holds every model against the same trusted table of last spring: whoever has learnt the present fails
import numpy as np


def promote(recent, audited, frozen):
    def loss(model):
        return -np.where(frozen["label"] == 1, np.log(frozen[model]), np.log1p(-frozen[model])).mean()

    return bool(loss("new") < loss("old"))
