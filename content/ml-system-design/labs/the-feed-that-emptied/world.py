"""A feed, its users, and what keeps them. Some articles are clicked and liked, some are clicked and regretted.

`Market(rng)` is one market with its truth, `market.history(rng)` what was recorded of its users, `market.quarter(scores)` the
clicks of ninety days in which each user is shown, of the articles of the day, those with the highest scores.
"""
import numpy as np
import pandas as pd

ARTICLES = 400
OF_THE_DAY = 60  # drawn each day
SHOWN = 6
DAYS = 90
USERS = 10_000


class Market:
    """`articles` has the calibrated predictions `click` and `liked` (if clicked). What users do with them is the truth."""

    def __init__(self, rng):
        bait = rng.normal(0, 1, ARTICLES)
        quality = rng.normal(0, 1, ARTICLES)
        click = 1 / (1 + np.exp(-(-2.2 + 0.9 * bait + 0.3 * quality)))
        liked = 1 / (1 + np.exp(-(0.3 - 1.0 * bait + 1.0 * quality)))
        self.articles = pd.DataFrame({"click": click, "liked": liked})
        self.leaves = rng.uniform(0.005, 0.01)
        # How much a regretted click drives away: not at all in one market, much in another.
        self.regret = rng.uniform(0.0, 9.0)
        self.back = rng.uniform(0.002, 0.006)  # share of those who left that returns each day
        self.days = days_of(rng)

    def quarter(self, scores):
        return play(self.articles, self.days, scores, self.leaves, self.regret, self.back)

    def history(self, rng, rows=40_000):
        """One day of one user a row: the share of the clicks of late that the user `liked`, and whether the user `left`."""
        liked = rng.beta(4, 3, rows)
        left = rng.random(rows) < leaving(liked, self.leaves, self.regret)
        return pd.DataFrame({"liked": liked, "left": left.astype(int)})


def days_of(rng):
    """The articles of each day."""
    return np.array([rng.choice(ARTICLES, OF_THE_DAY, replace=False) for _ in range(DAYS)])


def leaving(liked, leaves, regret):
    """Chance that a user leaves today, by the share of the clicks of late that the user liked."""
    return np.minimum(leaves * np.exp(regret * (0.7 - liked)), 0.5)


def play(articles, days, scores, leaves, regret, back):
    """Clicks of all users and days. What users liked of late follows what they are shown, slowly."""
    click, liked = articles["click"].to_numpy(), articles["liked"].to_numpy()
    order = np.argsort(-np.asarray(scores)[days], axis=1)[:, :SHOWN]
    shown = np.take_along_axis(days, order, axis=1)
    active, memory, clicks = 1.0, 0.6, 0.0
    for today in shown:
        chance = click[today]
        clicks += active * chance.sum()
        memory += 0.15 * ((chance * liked[today]).sum() / chance.sum() - memory)
        active += (1 - active) * back - active * leaving(memory, leaves, regret)
    return float(USERS * clicks)
