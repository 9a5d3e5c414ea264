"""Checks for the-feed-that-emptied: a quarter in markets whose users are known."""
import numpy as np
from onsite import check, measure, require
from world import ARTICLES, Market

WEIGHTS = (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3)


def judged(learner, rng, worlds):
    shares = []
    for _ in range(worlds):
        market = Market(rng)
        scores = learner.scores(market.articles, market.history(rng))
        require(isinstance(scores, np.ndarray) and scores.shape == (ARTICLES,) and bool(np.all(np.isfinite(scores))), f"expected an array of {ARTICLES} numbers")
        click, liked = market.articles["click"], market.articles["liked"]
        best = max(market.quarter(click * liked**weight) for weight in WEIGHTS)
        shares.append(market.quarter(scores) / best)
    return shares


@check("ten markets", visible=True)
def few(learner, rng):
    measure("clicks of a quarter ÷ the most", judged(learner, rng, 10), least=0.85)


@check("fifty other markets")
def many(learner, rng):
    measure("clicks of a quarter ÷ the most", judged(learner, rng, 50), least=0.97)
