"""Checks for a-number-for-each-postcode."""
import numpy as np
from onsite import check, close, equal, raises, require, with_arguments
from sklearn.preprocessing import TargetEncoder  # an independent oracle for both methods


def number(postcode, seen, strength):
    """The formula for one row, from the (postcode, minutes) rows that it may look at."""
    overall = sum(m for _, m in seen) / len(seen)
    own = [m for p, m in seen if p == postcode]
    return (sum(own) + strength * overall) / (len(own) + strength) if own else overall


def by_rows(postcodes, minutes, folds, strength):
    rows = list(zip(postcodes.tolist(), minutes.tolist(), folds.tolist()))
    return np.array([number(p, [(q, m) for q, m, g in rows if g != f], strength) for p, _, f in rows])


def draw(rng, size, postcodes, folds):
    names = rng.choice(100_000, size=postcodes, replace=False)
    return rng.choice(names, size=size), rng.normal(20, 8, size=size), rng.permutation(np.arange(size) % folds)


@check("the example", visible=True, category="example")
def example(learner):
    encoder = learner.PostcodeLateness(1.0)
    numbers = encoder.fit_transform(np.array([7, 7, 9]), np.array([10.0, 4.0, 1.0]), np.array([0, 1, 1]))
    close(numbers, np.array([3.25, 10.0, 10.0]))
    close(encoder.transform(np.array([7, 9, 1])), np.array([19 / 3, 3.0, 5.0]))


@check("no fold, no number", visible=True, category="edge")
def no_fold(learner):
    encoder = learner.PostcodeLateness(1.0)
    with raises("RuntimeError"):
        encoder.transform(np.array([7]))
    with raises("ValueError"):
        encoder.fit_transform(np.array([7, 7]), np.array([1.0, 2.0]), np.array([3, 3]))
    with raises("ValueError"):
        encoder.fit_transform(np.array([7, 7, 9]), np.array([1.0, 2.0, 3.0]), np.array([0, 1]))


@check("training rows")
def training(learner, rng):
    for size, places, folds, strength in [(8, 3, 2, 0.5), (60, 9, 5, 4.0), (60, 40, 3, 10.0)]:
        table = draw(rng, size, places, folds)
        close(learner.PostcodeLateness(strength).fit_transform(*table), by_rows(*table, strength))


@check("new parcels")
def new_parcels(learner, rng):
    postcodes, minutes, folds = draw(rng, 70, 12, 4)
    encoder = learner.PostcodeLateness(3.0)
    encoder.fit_transform(postcodes, minutes, folds)
    rows = list(zip(postcodes.tolist(), minutes.tolist()))
    wanted = np.concatenate([postcodes[:20], [-1, 200_000]])
    close(encoder.transform(wanted), np.array([number(p, rows, 3.0) for p in wanted.tolist()]))


@check("nobody sees their own fold", category="behaviour")
def own_fold(learner, rng):
    postcodes, minutes, folds = draw(rng, 50, 6, 5)
    before = learner.PostcodeLateness(2.0).fit_transform(postcodes, minutes, folds)
    changed = np.where(folds == 3, rng.normal(90, 50, size=50), minutes)
    after = learner.PostcodeLateness(2.0).fit_transform(postcodes, changed, folds)
    close(after[folds == 3], before[folds == 3])
    require(not np.allclose(after[folds != 3], before[folds != 3]), "the other folds should have moved")


@check("no pull at all", category="edge")
def no_pull(learner, rng):
    table = draw(rng, 40, 15, 4)
    encoder = learner.PostcodeLateness(0)
    close(encoder.fit_transform(*table), by_rows(*table, 0))
    close(encoder.transform(np.array([-5])), np.array([table[1].mean()]))


@check("whole minutes, odd folds", category="edge")
def whole_minutes(learner, rng):
    postcodes, minutes, _ = draw(rng, 30, 5, 3)
    minutes = minutes.round().astype(np.int64)
    folds = np.array([-7] * 3 + [40] * 20 + [2] * 7)
    close(learner.PostcodeLateness(1.5).fit_transform(postcodes, minutes, folds), by_rows(postcodes, minutes, folds, 1.5))


@check("an empty afternoon", category="edge")
def empty(learner, rng):
    encoder = learner.PostcodeLateness(1.0)
    encoder.fit_transform(*draw(rng, 10, 3, 2))
    close(encoder.transform(np.array([], dtype=np.int64)), np.array([]))
    with raises("ValueError"):
        encoder.fit_transform(np.array([], dtype=np.int64), np.array([]), np.array([], dtype=np.int64))


@check("used twice", category="state")
def twice(learner, rng):
    first, second = draw(rng, 30, 4, 3), draw(rng, 30, 4, 3)
    encoder = learner.PostcodeLateness(2.0)
    encoder.fit_transform(*first)
    _, after = with_arguments(encoder.fit_transform, *second)
    for given, left in zip(second, after):
        equal(left, given)
    fresh = learner.PostcodeLateness(2.0)
    close(fresh.fit_transform(*second), encoder.fit_transform(*second))
    wanted = np.concatenate([first[0], second[0]])
    close(encoder.transform(wanted), fresh.transform(wanted))


@check("a year of parcels", category="scale")
def year(learner, rng):
    postcodes, minutes, folds = draw(rng, 100_000, 40_000, 5)
    oracle = TargetEncoder(
        smooth=10.0, target_type="continuous", cv=[(np.flatnonzero(folds != f), np.flatnonzero(folds == f)) for f in range(5)]
    )
    encoder = learner.PostcodeLateness(10.0)
    close(encoder.fit_transform(postcodes, minutes, folds), oracle.fit_transform(postcodes[:, None], minutes)[:, 0])
    wanted = rng.choice(100_000, size=1000)
    close(encoder.transform(wanted), oracle.transform(wanted[:, None])[:, 0])
