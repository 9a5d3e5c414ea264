# the same gates with squared errors, and a look at whether delivered labels agree with checked ones
import numpy as np


def promote(recent, audited, frozen):
    def gain(table):
        return ((table["label"] - table["old"]) ** 2 - (table["label"] - table["new"]) ** 2).to_numpy()

    def score(values):
        return values.mean() / (values.std() / np.sqrt(len(values)) + 1e-9)

    if score(gain(audited)) < 1.0:
        return False
    if any(score(gain(rows)) < -1.5 for _, rows in audited.groupby("segment")):
        return False
    return bool(abs(recent["label"].mean() - audited["label"].mean()) < 0.085)
