"""A catalogue to which titles are added every day. What is not shown is not clicked, and what is not clicked looks bad.

`Shop(rng)` is one catalogue with its truth. A day is `shop.show(allocation)`, then `shop.next_day()`.
"""
import numpy as np

FIRST = 120  # titles on the first day
NEW = 8  # titles that are added each day
DAYS = 40
IMPRESSIONS = 4000  # a day
MOST = 400  # impressions of one title a day


class Shop:
    """`shown` and `clicked` are the counts of each title so far; `rates`, the share of impressions that is clicked, nobody sees."""

    def __init__(self, rng):
        self.rng = rng
        # Each shop has its own level; a few titles are far better than most.
        self.mean = rng.uniform(0.02, 0.05)
        self.rates = self.draw_rates(FIRST)
        self.shown = np.zeros(FIRST, int)
        self.clicked = np.zeros(FIRST, int)

    def draw_rates(self, count):
        return self.rng.beta(1.5, 1.5 / self.mean - 1.5, count)

    def show(self, allocation):
        """Shows each title so often; returns the clicks of the day."""
        clicks = self.rng.binomial(allocation, self.rates)
        self.shown = self.shown + allocation
        self.clicked = self.clicked + clicks
        return int(clicks.sum())

    def next_day(self):
        self.rates = np.append(self.rates, self.draw_rates(NEW))
        self.shown = np.append(self.shown, np.zeros(NEW, int))
        self.clicked = np.append(self.clicked, np.zeros(NEW, int))

    def best_day(self):
        """Clicks that are expected of who knows the rates."""
        return MOST * np.sort(self.rates)[-(IMPRESSIONS // MOST) :].sum()


def run(shop, allocate):
    """All days: the share of the possible clicks that is reached, and of the ten best titles of the last day the share that is shown."""
    clicks, possible = 0, 0.0
    for _ in range(DAYS):
        allocation = np.asarray(allocate(shop.shown, shop.clicked))
        clicks += shop.show(allocation)
        possible += shop.best_day()
        last = shop.rates, allocation
        shop.next_day()
    best = np.argsort(-last[0])[: IMPRESSIONS // MOST]
    return clicks / possible, float(np.mean(last[1][best] >= MOST / 2))
