"""Releases of a shop's model. A new one serves a twentieth of the users for a day; then it goes to all, if nobody stopped it.

`Releases(rng, count)` are many such days at once, a third of each kind: harmless, 4 % fewer orders, 15 % fewer orders.
`run(releases, roll_back)` plays them hour by hour with somebody who watches.
"""
import numpy as np
import pandas as pd

HOURS = 24
NEW = 2_000  # users an hour with the new model
OLD = 38_000  # users an hour with the old one
RATE = 0.05  # users who order, about
KINDS = {"harmless": 0.0, "small": -0.04, "large": -0.15}


class Releases:
    """The truth is `kind`. The counts of all hours are drawn at once; nobody sees more of them than has happened."""

    def __init__(self, rng, count):
        self.kind = rng.permutation(np.resize(list(KINDS), count))
        effect = pd.Series(self.kind).map(KINDS).to_numpy()
        # Shops differ, and so do the hours of a day; both models see the same hour.
        rate = RATE * np.exp(rng.normal(0, 0.1, (count, 1)) + 0.2 * np.sin(np.arange(HOURS) / HOURS * 2 * np.pi))
        self.new_orders = rng.binomial(NEW, rate * (1 + effect[:, None])).cumsum(axis=1)
        self.old_orders = rng.binomial(OLD, rate).cumsum(axis=1)

    def seen(self, hour):
        """A row for each release: users and orders of both models since the beginning, after so many hours."""
        return pd.DataFrame(
            {
                "new_users": NEW * hour,
                "new_orders": self.new_orders[:, hour - 1],
                "old_users": OLD * hour,
                "old_orders": self.old_orders[:, hour - 1],
            }
        )


def run(releases, roll_back):
    """The hour after which each release was stopped; 0 for those that went to all users."""
    stopped = np.zeros(len(releases.kind), int)
    for hour in range(1, HOURS + 1):
        wanted = np.asarray(roll_back(hour, releases.seen(hour)))
        stopped[(stopped == 0) & wanted] = hour
    return stopped
