"""Checks for one-question-to-ask."""
import numpy as np
from onsite import check, close, equal, require, with_arguments


def gain_of(t, missing, value, pull, weight, lam, gamma, least):
    """The gain of one question, straight from the statement; None if it is not allowed."""
    left = np.where(np.isnan(value), missing == "left", value <= t)
    if left.all() or not left.any() or weight[left].sum() < least or weight[~left].sum() < least:
        return None
    worth = [pull[rows].sum() ** 2 / (weight[rows].sum() + lam) for rows in (left, ~left, left | ~left)]
    return (worth[0] + worth[1] - worth[2]) / 2 - gamma


def best_gain(value, *rest):
    """The dumb loop: every value, both sides."""
    asked = [gain_of(t, side, value, *rest) for t in np.unique(value[~np.isnan(value)]) for side in ("left", "right")]
    return max((gain for gain in asked if gain is not None), default=0.0)


def judge(answer, *problem):
    """Any question that reaches the best gain is right."""
    best = best_gain(*problem)
    if best <= 0:
        equal(answer, None)
        return
    require(answer is not None and len(answer) == 3, f"there is a question with gain {best:.6g}; got {answer!r}")
    t, missing, gain = answer
    require(missing in ("left", "right"), f"missing is 'left' or 'right'; got {missing!r}")
    require(t in problem[0], f"t is one of the values; got {t!r}")
    close(gain, best)
    actual = gain_of(t, missing, *problem)
    require(actual is not None, f"the question ({t!r}, {missing!r}) is not allowed")
    close(actual, best)


def draw(rng, size, distinct, gone):
    value = rng.choice(rng.normal(size=distinct), size=size)
    value[rng.random(size) < gone] = np.nan
    return value, rng.normal(size=size), rng.uniform(0.1, 2.0, size=size)


@check("the example", visible=True, category="example")
def example(learner):
    value, pull, weight = np.array([1.0, 2.0, np.nan]), np.array([-2.0, 2.0, 2.0]), np.ones(3)
    answer = learner.best_question(value, pull, weight, 1.0, 0.0, 0.0)
    judge(answer, value, pull, weight, 1.0, 0.0, 0.0)
    close(answer[2], 19 / 6)
    equal(answer[:2], (1.0, "right"))


@check("nothing missing", visible=True)
def nothing_missing(learner):
    value, pull, weight = np.array([3.0, 1.0, 2.0, 2.0]), np.array([4.0, -1.0, -1.0, 3.0]), np.array([1.0, 2.0, 1.0, 1.0])
    judge(learner.best_question(value, pull, weight, 0.5, 0.1, 0.0), value, pull, weight, 0.5, 0.1, 0.0)


@check("drawn fleets")
def drawn(learner, rng):
    for size in (2, 3, 9, 40):
        problem = (*draw(rng, size, 1000, 0.0), 1.0, 0.0, 0.0)
        judge(learner.best_question(*problem), *problem)


@check("values that repeat", category="edge")
def repeated(learner, rng):
    for distinct in (2, 3, 6):
        problem = (*draw(rng, 50, distinct, 0.0), 0.3, 0.0, 0.0)
        judge(learner.best_question(*problem), *problem)


@check("broken sensors", category="edge")
def broken(learner, rng):
    for side in (-1.0, 1.0):
        value, pull, weight = draw(rng, 40, 25, 0.4)
        # The missing freezers pull like the low ones, then like the high ones.
        pull = np.where(np.isnan(value), side, np.sign(value)) + rng.normal(scale=0.1, size=40)
        problem = (value, pull, weight, 1.0, 0.0, 0.0)
        judge(learner.best_question(*problem), *problem)


@check("mostly broken sensors", category="edge")
def mostly_broken(learner, rng):
    value = np.array([5.0, np.nan, 5.0, np.nan, np.nan])
    pull = np.array([2.0, -1.0, 3.0, -2.0, -1.5])
    problem = (value, pull, np.ones(5), 1.0, 0.0, 0.0)
    judge(learner.best_question(*problem), *problem)
    value = np.where(np.arange(30) < 12, rng.normal(size=30), np.nan)
    problem = (value, np.where(np.isnan(value), 1.0, -1.0) + rng.normal(scale=0.05, size=30), np.ones(30), 1.0, 0.0, 0.0)
    judge(learner.best_question(*problem), *problem)


@check("just heavy enough", category="edge")
def just_enough(learner):
    value, pull, weight = np.array([4.0, 1.0, 3.0, 2.0]), np.array([1.0, -1.0, 1.0, -1.0]), np.ones(4)
    judge(learner.best_question(value, pull, weight, 1.0, 0.0, 2.0), value, pull, weight, 1.0, 0.0, 2.0)
    equal(learner.best_question(value, pull, weight, 1.0, 0.0, 2.5), None)


@check("light freezers", category="edge")
def light(learner, rng):
    for least in (1.0, 4.0, 8.0):
        value, pull, weight = draw(rng, 40, 30, 0.2)
        # The most tempting group is the lightest one.
        tempting = value < np.nanquantile(value, 0.3)
        pull[tempting] -= 3.0
        weight[tempting] /= 20
        problem = (value, pull, weight, 0.1, 0.0, least)
        judge(learner.best_question(*problem), *problem)


@check("not worth asking", category="edge")
def not_worth(learner, rng):
    value, pull, weight = draw(rng, 30, 20, 0.2)
    best = best_gain(value, pull, weight, 1.0, 0.0, 0.0)
    for gamma in (best * 0.9, best * 1.1, 1e6):
        judge(learner.best_question(value, pull, weight, 1.0, gamma, 0.0), value, pull, weight, 1.0, gamma, 0.0)


@check("nobody to divide", category="edge")
def nobody(learner):
    equal(learner.best_question(np.array([]), np.array([]), np.array([]), 1.0, 0.0, 0.0), None)
    equal(learner.best_question(np.array([1.0]), np.array([2.0]), np.array([1.0]), 1.0, 0.0, 0.0), None)
    equal(learner.best_question(np.full(3, np.nan), np.array([1.0, -1.0, 2.0]), np.ones(3), 1.0, 0.0, 0.0), None)
    equal(learner.best_question(np.full(4, 7.0), np.array([1.0, -1.0, 2.0, -9.0]), np.ones(4), 1.0, 0.0, 0.0), None)


@check("the caller's arrays", category="state")
def untouched(learner, rng):
    value, pull, weight = draw(rng, 20, 8, 0.0)
    _, after = with_arguments(learner.best_question, value, pull, weight, 1.0, 0.0, 0.0)
    for given, left in zip((value, pull, weight), after):
        equal(left, given)


@check("a large fleet", category="scale")
def large(learner, rng, solution):
    value, pull, weight = draw(rng, 200_000, 200_000, 0.1)
    problem = (value, pull + 0.3 * (value > 0.5), weight, 1.0, 0.0, 5.0)
    t, missing, gain = learner.best_question(*problem)
    close(gain, solution.best_question(*problem)[2])
    close(gain_of(t, missing, *problem), gain)
