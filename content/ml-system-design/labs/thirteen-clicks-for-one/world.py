"""An advertiser's log. Of a hundred impressions one is clicked, so the log keeps every click and few of the others.

`draw(rng)` makes one market with its truth; `logged(market)` is what was kept for training.
"""
import numpy as np
import pandas as pd

FEATURES = ["price", "age", "distance", "match"]
SURFACES = ["feed", "search", "video"]
KEPT = {"feed": 0.02, "search": 0.1, "video": 0.05}  # share of the impressions without a click that stays in the log


class Market:
    """The truth: impressions of the past with their clicks, and new ones with their real probabilities of a click."""

    def __init__(self, past, new, probability):
        self.past = past
        self.new = new
        self.probability = probability


def draw(rng, impressions=160_000, new=20_000):
    weights = rng.normal(0, 0.6, len(FEATURES))
    # A surface's own level; searchers click more.
    level = np.log([0.006, 0.025, 0.01]) + rng.normal(0, 0.2, len(SURFACES))

    def make(count):
        surface = rng.choice(len(SURFACES), count, p=[0.6, 0.15, 0.25])
        features = rng.normal(0, 1, (count, len(FEATURES)))
        probability = 1 / (1 + np.exp(-(level[surface] + features @ weights)))
        table = pd.DataFrame(features, columns=FEATURES)
        table.insert(0, "surface", np.array(SURFACES)[surface])
        return table, probability

    past, chance = make(impressions)
    past["clicked"] = (rng.random(impressions) < chance).astype(int)
    kept = past["clicked"].to_numpy() == 1
    kept |= rng.random(impressions) < past["surface"].map(KEPT).to_numpy()
    table, probability = make(new)
    return Market(past[kept].reset_index(drop=True), table, probability)


def logged(market):
    """The kept impressions; `kept` is the share of the unclicked ones of that surface that were kept."""
    return market.past.assign(kept=market.past["surface"].map(KEPT))
