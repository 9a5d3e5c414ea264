import numpy as np


def promote(recent, audited, frozen):
    def losses(table, model):
        chance = table[model].to_numpy()
        return -np.where(table["label"] == 1, np.log(chance), np.log1p(-chance))

    # Labels that people have checked decide. Both models on the same rows: the difference row by row has far less noise.
    gain = losses(audited, "old") - losses(audited, "new")
    if gain.mean() < 1.0 * gain.std() / np.sqrt(len(gain)):
        return False

    # No segment may pay for the others. A segment is small, so it has to be worse by more than chance.
    for rows in audited.groupby("segment").indices.values():
        own = gain[rows]
        if own.mean() < -1.5 * own.std() / np.sqrt(len(own)) and own.mean() < -0.03:
            return False

    # The level: a model of incomplete labels forecasts too little of everything.
    return bool(abs(audited["new"].sum() / audited["label"].sum() - 1) < 0.25)
