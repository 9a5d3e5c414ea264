"""Checks for five-tries-at-a-fix."""
from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
from onsite import check, close, equal, raises, require, with_arguments
from scipy.stats import hypergeom


def by_counting(n, c, k):
    """The definition: list every choice of k tries, of which the first c are repairs."""
    if k > n:
        return np.nan
    choices = list(combinations(range(n), k))
    return sum(min(choice) < c for choice in choices) / len(choices)


@check("four tries", visible=True, category="example")
def four_tries(learner):
    actual = learner.chance_of_repair(np.array([4, 4, 4]), np.array([2, 0, 4]), [1, 2])
    close(actual, np.array([[1 / 2, 5 / 6], [0.0, 0.0], [1.0, 1.0]]))


@check("fewer tries than k", visible=True, category="edge")
def fewer_tries(learner):
    actual = learner.chance_of_repair(np.array([1, 3, 0]), np.array([1, 1, 0]), [1, 2, 4])
    close(actual, np.array([[1.0, np.nan, np.nan], [1 / 3, 2 / 3, np.nan], [np.nan, np.nan, np.nan]]), nan=True)


@check("every small count")
def every_small_count(learner):
    tries, repaired = np.array([(n, c) for n in range(1, 8) for c in range(n + 1)]).T
    ks = [3, 1, 7, 2]
    expected = np.array([[by_counting(n, c, k) for k in ks] for n, c in zip(tries, repaired)])
    close(learner.chance_of_repair(tries, repaired, ks), expected, nan=True)


@check("a drawn benchmark")
def drawn(learner, rng):
    tries = rng.integers(10, 200, size=60)
    repaired = rng.binomial(tries, rng.beta(0.4, 1.2, size=60))
    ks = [1, 5, 10]
    expected = hypergeom.sf(0, tries[:, None], repaired[:, None], np.array(ks)[None, :])
    close(learner.chance_of_repair(tries, repaired, ks), expected)


@check("few failures", category="edge")
def few_failures(learner, rng):
    tries = rng.integers(8, 30, size=20)
    repaired = tries - rng.integers(0, 6, size=20)
    close(learner.chance_of_repair(tries, repaired, [6, 8]), np.ones((20, 2)))


@check("thousands of tries", category="edge")
def thousands(learner, rng):
    tries = rng.integers(10_000, 20_001, size=4)
    repaired = np.array([1, 3, 40, 0])
    ks = [1, 100, 1000]
    expected = [
        [float(1 - Fraction(comb(int(n - c), k), comb(int(n), k))) for k in ks] for n, c in zip(tries, repaired)
    ]
    close(learner.chance_of_repair(tries, repaired, ks), np.array(expected), rtol=1e-6)


@check("impossible counts", category="edge")
def impossible(learner):
    with raises("ValueError"):
        learner.chance_of_repair(np.array([5, 3]), np.array([2, 4]), [1])
    with raises("ValueError"):
        learner.chance_of_repair(np.array([5]), np.array([-1]), [1])
    with raises("ValueError"):
        learner.chance_of_repair(np.array([5]), np.array([1]), [2, 0])


@check("nothing to do", category="edge")
def nothing(learner):
    none = np.array([], dtype=int)
    require(learner.chance_of_repair(none, none, [1, 2]).shape == (0, 2), "no reports: expected shape (0, 2)")
    require(learner.chance_of_repair(np.array([3, 4]), np.array([1, 1]), []).shape == (2, 0), "no ks: expected shape (2, 0)")


@check("what was passed in", category="state")
def passed_in(learner):
    tries, repaired = np.array([5, 6, 2]), np.array([1, 0, 2])
    _, after = with_arguments(learner.chance_of_repair, tries, repaired, [1, 3])
    equal(after[0], tries)
    equal(after[1], repaired)
    equal(after[2], [1, 3])
