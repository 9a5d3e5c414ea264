"""A shop that pays for clicks. A click may become a sale, but the sale is made hours to weeks later.

`draw(rng)` makes one shop with its truth; `seen(shop, now)` is the table that an engineer has at that moment.
"""
import numpy as np
import pandas as pd

DAYS = 50
CLICKS_A_DAY = 2000
MEMORY = 28  # days that the table goes back


class Shop:
    """The truth: when each click was made, whether and when it becomes a sale, and the rate of each day."""

    def __init__(self, clicked, sold, rate):
        self.clicked = clicked
        self.sold = sold
        self.rate = rate


def draw(rng):
    # The rate drifts: its log-odds take a step each day.
    log_odds = np.log(0.06 / 0.94) + rng.normal(0, 0.2) + np.cumsum(rng.normal(0, 0.09, DAYS + 1))
    rate = 1 / (1 + np.exp(-log_odds))
    clicked = np.sort(rng.uniform(0, DAYS, DAYS * CLICKS_A_DAY))
    becomes = rng.random(len(clicked)) < rate[clicked.astype(int)]
    # Some buy at once, most think about it: each shop has its own patience.
    at_once, mean = rng.uniform(0.05, 0.2), rng.uniform(1.5, 3.0)
    delay = np.where(rng.random(len(clicked)) < at_once, rng.exponential(0.05, len(clicked)), rng.exponential(mean, len(clicked)))
    return Shop(clicked, np.where(becomes, clicked + delay, np.inf), rate)


def seen(shop, now):
    """Clicks of the last four weeks: `clicked` in days, and `sold`, missing as long as there was no sale."""
    inside = (shop.clicked >= now - MEMORY) & (shop.clicked < now)
    sold = shop.sold[inside]
    return pd.DataFrame({"clicked": shop.clicked[inside], "sold": np.where(sold <= now, sold, np.nan)})
