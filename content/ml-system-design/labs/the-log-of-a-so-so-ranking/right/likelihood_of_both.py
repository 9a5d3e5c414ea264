# one model of looking and appeal, fitted to all visits at once by taking turns (expectation and maximisation)
import numpy as np


def falling(looked):
    # A power of the slot, as straight as the logarithms of twenty noisy shares allow.
    depth = np.log(np.arange(1, 21))
    return np.arange(1, 21) ** np.polyfit(depth, np.log(looked), 1, w=np.sqrt(looked))[0]


def ranking(log):
    table = log.groupby(["show", "slot"])[["opened", "shown"]].sum().reset_index()
    show, slot = table["show"].to_numpy(), table["slot"].to_numpy() - 1
    opened, shown = table["opened"].to_numpy(float), table["shown"].to_numpy(float)
    looked, appeal = 1 / np.arange(1, 21), np.full(20, 0.2)
    for _ in range(300):
        both = looked[slot] * appeal[show]
        # Not opened: not looked at, or looked at without appeal.
        saw = opened + (shown - opened) * looked[slot] * (1 - appeal[show]) / (1 - both)
        liked = opened + (shown - opened) * appeal[show] * (1 - looked[slot]) / (1 - both)
        appeal = np.bincount(show, liked, 20) / np.bincount(show, shown, 20)
        looked = falling(np.bincount(slot, saw, 20) / np.bincount(slot, shown, 20))
    return np.argsort(-appeal).tolist()
