# caught by: nine thousand other releases
# one rule that may be looked at always, and nothing else: what it pays for looking, small harm gets for free
import numpy as np


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    variance = (old * (1 - old) * (1 / releases["new_users"] + 1 / releases["old_users"])).to_numpy()
    difference = (new - old).to_numpy()
    both = variance + 0.005**2
    ratio = np.sqrt(variance / both) * np.exp(0.005**2 * difference**2 / (2 * variance * both))
    return (difference < 0) & (ratio >= 1 / 0.01)
