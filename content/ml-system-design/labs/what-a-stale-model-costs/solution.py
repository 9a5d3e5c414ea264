import numpy as np


def train_tonight(losses, trained, price):
    losses = np.array(losses)

    # What a fresh model loses: the first days after the last trainings. Several, for one day is noisy; recent, for a world may get harder.
    fresh = losses[[day for day in trained[-4:] if day < len(losses)]].mean()

    # What this model has lost beyond that, all days together. Once that is as much as a training costs, waiting has cost enough.
    since = losses[trained[-1] :]
    return bool((since - fresh).sum() > price)
