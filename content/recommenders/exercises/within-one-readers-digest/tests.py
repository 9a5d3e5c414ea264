"""Checks for within-one-readers-digest."""
import numpy as np
import pandas as pd
from onsite import check, close, equal, with_arguments
from sklearn.metrics import roc_auc_score


def reader_by_reader(log):
    """scikit-learn's AUC, one reader at a time."""
    figures, weights = [], []
    for _, rows in log.groupby("reader"):
        if rows["opened"].nunique() == 2:
            figures.append(roc_auc_score(rows["opened"].astype(int), rows["score"]))
            weights.append(len(rows))
    return float(np.average(figures, weights=weights)) if figures else np.nan


def drawn_log(rng, readers, rows, decimals=8):
    """Readers differ in how many headlines they get and in how often they open one."""
    activity = rng.dirichlet(np.full(readers, 0.7))
    reader = rng.choice(readers, size=rows, p=activity)
    habit = rng.normal(scale=1.5, size=readers)
    interest = rng.normal(size=rows)
    opened = rng.random(rows) < 1 / (1 + np.exp(-(habit[reader] + interest - 0.5)))
    score = np.round(0.7 * interest + rng.normal(scale=0.6, size=rows), decimals)
    return pd.DataFrame({"reader": reader + 100, "score": score, "opened": opened.astype(int)})


@check("seven headlines", visible=True, category="example")
def seven(learner):
    log = pd.DataFrame({
        "reader": [1, 1, 1, 1, 2, 2, 3],
        "score": [0.9, 0.7, 0.2, 0.1, 0.4, 0.4, 0.8],
        "opened": [0, 1, 0, 0, 1, 0, 0],
    })
    close(learner.digest_quality(log), 11 / 18)


@check("active and quiet readers", visible=True, category="example")
def active_and_quiet(learner):
    # The scores know who opens a lot, and put each single digest in the wrong order.
    log = pd.DataFrame({
        "reader": ["ann", "ann", "ann", "bob", "bob", "bob"],
        "score": [0.90, 0.91, 0.92, 0.10, 0.11, 0.12],
        "opened": [True, True, False, True, False, False],
    })
    close(learner.digest_quality(log), 0.0)


@check("a drawn day")
def drawn_day(learner, rng):
    log = drawn_log(rng, readers=30, rows=400)
    close(learner.digest_quality(log), reader_by_reader(log))


@check("many equal scores", category="edge")
def many_equal(learner, rng):
    log = drawn_log(rng, readers=15, rows=300, decimals=0).sort_values("opened", ascending=False)
    close(learner.digest_quality(log), reader_by_reader(log))
    close(learner.digest_quality(log.assign(score=0.25)), 0.5)


@check("one-sided readers", category="edge")
def one_sided(learner, rng):
    log = drawn_log(rng, readers=12, rows=200)
    everything = pd.DataFrame({"reader": 7, "score": rng.random(50), "opened": 1})
    nothing = pd.DataFrame({"reader": 8, "score": rng.random(70), "opened": 0})
    with_both = pd.concat([log, everything, nothing]).sample(frac=1, random_state=1)
    close(learner.digest_quality(with_both), reader_by_reader(log))


@check("nobody to compare", category="edge")
def nobody(learner):
    log = pd.DataFrame({"reader": [1, 1, 2], "score": [0.3, 0.2, 0.1], "opened": [1, 1, 0]})
    close(learner.digest_quality(log), float("nan"), nan=True)
    close(learner.digest_quality(log.iloc[:0]), float("nan"), nan=True)


@check("labels and other columns", category="edge")
def labels(learner, rng):
    log = drawn_log(rng, readers=10, rows=150)
    log["reader"] = "reader " + log["reader"].astype(str)
    log["place"] = "front page"
    log["opened"] = log["opened"].astype(bool)
    log.index = rng.integers(0, 5, size=len(log))
    close(learner.digest_quality(log), reader_by_reader(log))


@check("the log afterwards", category="state")
def afterwards(learner, rng):
    log = drawn_log(rng, readers=5, rows=60)
    _, after = with_arguments(learner.digest_quality, log)
    equal(after[0], log)


@check("a whole day", category="scale")
def whole_day(learner, rng):
    log = drawn_log(rng, readers=10_000, rows=100_000)
    # An independent vectorised oracle: all pairs of a reader by a join.
    opened = log["opened"] == 1
    pairs = log[opened].merge(log[~opened], on="reader")
    won = (pairs["score_x"] > pairs["score_y"]) + 0.5 * (pairs["score_x"] == pairs["score_y"])
    figure = won.groupby(pairs["reader"]).mean()
    close(learner.digest_quality(log), float(np.average(figure, weights=log.groupby("reader").size()[figure.index])))
