# caught by: eighty other places
# holds the loss of today alone against the price, as if the days before had been free
import numpy as np


def train_tonight(losses, trained, price):
    fresh = np.mean([losses[day] for day in trained[-4:] if day < len(losses)])
    return bool(losses[-1] - fresh > price)
