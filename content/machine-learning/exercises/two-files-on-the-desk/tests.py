"""Checks for two-files-on-the-desk."""
import math

import numpy as np
from onsite import check, close, equal, raises, with_arguments
from sklearn.metrics import roc_auc_score  # an independent oracle


def by_pairs(scores, fraudulent):
    """The definition, pair by pair."""
    bad = [s for s, f in zip(scores, fraudulent) if f]
    good = [s for s, f in zip(scores, fraudulent) if not f]
    won = sum(1.0 if b > g else 0.5 if b == g else 0.0 for b in bad for g in good)
    return won / (len(bad) * len(good))


@check("the example", visible=True, category="example")
def example(learner):
    scores = np.array([0.9, 0.4, 0.4, 0.1])
    fraudulent = np.array([True, True, False, False])
    close(learner.chance_of_order(scores, fraudulent), 0.875)


@check("always right, always wrong", visible=True)
def extremes(learner):
    scores = np.array([3.0, -2.0, 8.0, 0.5])
    fraudulent = np.array([True, False, True, False])
    close(learner.chance_of_order(scores, fraudulent), 1.0)
    close(learner.chance_of_order(-scores, fraudulent), 0.0)


@check("drawn claims")
def drawn(learner, rng):
    for size in (2, 3, 10, 77, 300):
        scores = rng.normal(size=size)
        fraudulent = rng.permutation(size) < max(1, size // 3)
        close(learner.chance_of_order(scores, fraudulent), by_pairs(scores, fraudulent))


@check("coarse scores", category="edge")
def coarse(learner, rng):
    for levels in (1, 2, 5):
        scores = rng.integers(levels, size=60) / 4
        fraudulent = rng.permutation(60) < 25
        close(learner.chance_of_order(scores, fraudulent), by_pairs(scores, fraudulent))


@check("labels as numbers", category="edge")
def numbers(learner, rng):
    scores = rng.normal(size=40).round(1)
    fraudulent = (rng.permutation(40) < 15).astype(np.int64)
    close(learner.chance_of_order(scores, fraudulent), by_pairs(scores, fraudulent))


@check("nothing to compare", category="edge")
def nothing(learner):
    for label in (True, False):
        close(learner.chance_of_order(np.array([0.2, 0.7]), np.array([label, label])), math.nan, nan=True)
        close(learner.chance_of_order(np.array([0.2]), np.array([label])), math.nan, nan=True)
    close(learner.chance_of_order(np.array([]), np.array([], dtype=bool)), math.nan, nan=True)


@check("lengths differ", category="edge")
def lengths(learner):
    with raises("ValueError"):
        learner.chance_of_order(np.array([0.2, 0.7, 0.1]), np.array([True, False]))


@check("the caller's arrays", category="state")
def untouched(learner, rng):
    scores = rng.normal(size=50)
    fraudulent = rng.permutation(50) < 20
    _, (scores_after, fraudulent_after) = with_arguments(learner.chance_of_order, scores, fraudulent)
    equal(scores_after, scores)
    equal(fraudulent_after, fraudulent)


@check("a month of claims", category="scale")
def month(learner, rng):
    scores = rng.normal(size=200_000).round(3)
    fraudulent = rng.random(200_000) < 0.4
    close(learner.chance_of_order(scores + fraudulent, fraudulent), roc_auc_score(fraudulent, scores + fraudulent))
