"""Checks for the-log-of-a-so-so-ranking: a ranking goes live on pages whose truth is known."""
import numpy as np
from onsite import check, measure, require
from world import SHOWS, draw, logged


def live(learner, rng, worlds):
    """Of each page: what the ranking gets of the best possible, and what it gained over the ranking by hand."""
    of_best, gained = [], []
    for _ in range(worlds):
        page = draw(rng)
        ranking = learner.ranking(logged(page, rng))
        require(isinstance(ranking, list) and sorted(ranking) == list(range(SHOWS)), f"expected each of {SHOWS} shows once in a list, got {ranking!r}")
        best = page.opened(np.argsort(-page.appeal))
        of_best.append(page.opened(ranking) / best)
        gained.append((page.opened(ranking) - page.opened(page.order)) / best)
    return of_best, gained


@check("twenty pages", visible=True)
def few(learner, rng):
    of_best, _ = live(learner, rng, 20)
    measure("opened live ÷ best possible", of_best, least=0.88)


@check("a hundred and twenty other pages")
def many(learner, rng):
    of_best, gained = live(learner, rng, 120)
    measure("opened live ÷ best possible", of_best, least=0.95)
    measure("gained over the ranking by hand", gained, least=0.1)
