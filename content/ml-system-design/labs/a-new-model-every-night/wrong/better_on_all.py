# caught by: two hundred and sixty other nights
# asks for a gain on each of the three tables: safe, and where the world has moved nothing is ever promoted
import numpy as np


def promote(recent, audited, frozen):
    def loss(table, model):
        return -np.where(table["label"] == 1, np.log(table[model]), np.log1p(-table[model])).mean()

    return all(bool(loss(table, "new") < loss(table, "old")) for table in (recent, audited, frozen))
