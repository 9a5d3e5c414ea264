# the best length for a loss that grows by g a day is sqrt(2 price / g): g from all cycles so far, and a second look at sudden changes
import numpy as np


def train_tonight(losses, trained, price):
    losses, starts = np.array(losses), np.array(trained)
    days = np.arange(len(losses))
    age = days - starts[np.searchsorted(starts, days, side="right") - 1]
    recent = days >= len(losses) - 50
    age, loss = age[recent], losses[recent]
    fresh = np.mean([losses[day] for day in trained[-4:] if day < len(losses)])
    # Through the fresh level, so that short cycles tell something too.
    growth = max((age * (loss - fresh)).sum() / max((age * age).sum(), 1), 5e-5)
    length = np.sqrt(2 * price / growth)
    since = losses[trained[-1] :] - fresh
    return bool(len(since) >= length or since.sum() > 1.2 * price)
