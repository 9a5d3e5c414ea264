"""A start page with twenty slots, filled with twenty shows by a ranking that somebody made by hand.

Who opens the page looks at the slots from the top, and ever fewer look at the lower ones. A show that is looked at is opened with
a probability of its own. `draw(rng)` makes one such page with its truth; `logged(page, rng)` is what was recorded.
"""
import numpy as np
import pandas as pd

SHOWS = 20
SESSIONS = 6000
SHUFFLED = 0.02  # share of the sessions in which the shows stand in random order


class Page:
    """The truth: how much each show appeals, how many look at each slot, and the order by hand."""

    def __init__(self, appeal, looked, order):
        self.appeal = appeal
        self.looked = looked
        self.order = order

    def opened(self, ranking):
        """Shows opened for each visit when they are ranked so."""
        return float(self.looked @ self.appeal[np.asarray(ranking)])


def draw(rng):
    appeal = np.exp(rng.normal(np.log(0.15), 0.6, SHOWS)).clip(0.02, 0.7)
    # Some pages are read to the end, others only at the top.
    looked = np.arange(1, SHOWS + 1) ** -rng.uniform(0.7, 1.5)
    by_hand = np.argsort(-(np.log(appeal) + rng.normal(0, 1.2, SHOWS)))
    return Page(appeal, looked, by_hand)


def logged(page, rng):
    """The log, counted: `shuffled`, `slot` (1 is the top), `show`, and how often that was `shown` and `opened`."""
    shuffled = rng.binomial(SESSIONS, SHUFFLED)
    orders = rng.permuted(np.tile(np.arange(SHOWS), (shuffled, 1)), axis=1)
    slots = np.arange(SHOWS)
    counts = np.zeros((2, SHOWS, SHOWS), int)  # shuffled, slot, show
    counts[0, slots, page.order] = SESSIONS - shuffled
    np.add.at(counts[1], (np.tile(slots, (shuffled, 1)), orders), 1)
    opened = rng.binomial(counts, np.outer(page.looked, page.appeal))
    kind, slot, show = np.nonzero(counts)
    return pd.DataFrame({"shuffled": kind == 1, "slot": slot + 1, "show": show, "shown": counts[counts > 0], "opened": opened[counts > 0]})
