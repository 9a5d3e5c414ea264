# by bootstrap: how often the new model is better in samples of the audited rows, in all and in each segment
import numpy as np


def promote(recent, audited, frozen):
    rng = np.random.default_rng(0)
    label = audited["label"].to_numpy()
    gain = np.where(label == 1, np.log(audited["new"] / audited["old"]), np.log((1 - audited["new"]) / (1 - audited["old"])))
    samples = rng.integers(0, len(gain), (200, len(gain)))
    if np.mean(gain[samples].mean(axis=1) > 0) < 0.85:
        return False
    for rows in audited.groupby("segment").indices.values():
        own = gain[rows][rng.integers(0, len(rows), (200, len(rows)))].mean(axis=1)
        if np.mean(own < -0.02) > 0.95:
            return False
    expected = audited["new"].sum()
    spread = np.sqrt((audited["new"] * (1 - audited["new"])).sum())
    return bool(abs(label.sum() - expected) < 3.5 * spread)
