"""Checks for seven-days-of-a-card. The oracle looks at every other payment of the card, for each payment."""
import numpy as np
import pandas as pd
from onsite import check, close, equal, require, with_arguments

HOUR = 3_600_000_000  # in microseconds, the unit of the column
WEEK = 7 * 24 * HOUR
MAY = pd.Timestamp("2025-05-01").value // 1000


def table(payments, index=None):
    made = pd.DataFrame(
        {
            "card": pd.Series([c for c, _, _ in payments], dtype="str"),
            "paid_at": pd.Series(np.array([t for _, t, _ in payments], dtype="int64").astype("datetime64[us]")),
            "amount": pd.Series([a for _, _, a in payments], dtype="float64"),
        }
    )
    return made if index is None else made.set_axis(index, axis=0)


def expected(payments):
    of_card = {}
    for card, when, amount in payments:
        of_card.setdefault(card, []).append((when, amount))
    counts, means = [], []
    for card, when, _ in payments:
        inside = [a for s, a in of_card[card] if when - WEEK <= s < when]
        counts.append(len(inside))
        means.append(sum(inside) / len(inside) if inside else np.nan)
    return np.array(counts, dtype="int64"), np.array(means, dtype="float64")


def compare(learner, payments, index=None):
    given = table(payments, index)
    result = learner.recent(given)
    require(isinstance(result, pd.DataFrame), f"recent must return a data frame, got {type(result).__name__}")
    equal(list(result.columns), ["count", "mean"])
    equal(list(result.index), list(given.index))
    require(result["count"].dtype == "int64", f"count must be int64, got {result['count'].dtype}")
    require(result["mean"].dtype == "float64", f"mean must be float64, got {result['mean'].dtype}")
    counts, means = expected(payments)
    equal(result["count"].to_numpy(), counts)
    close(result["mean"].to_numpy(), means, nan=True)


def drawn(rng, rows, cards, hours, step=HOUR):
    return [
        (f"c{rng.integers(cards)}", MAY + int(rng.integers(hours)) * step, float(rng.integers(1, 20_000)) / 100)
        for _ in range(rows)
    ]


@check("the example", visible=True, category="example")
def example(learner):
    compare(
        learner,
        [
            ("a", MAY + 180 * HOUR, 50.0),
            ("a", MAY + 12 * HOUR, 10.0),
            ("a", MAY + 33 * HOUR, 20.0),
            ("b", MAY + 34 * HOUR, 99.0),
            ("a", MAY + 33 * HOUR, 30.0),
        ],
    )


@check("a card's first payments", visible=True)
def first_payments(learner):
    compare(learner, [("a", MAY, 5.0), ("b", MAY + HOUR, 7.0), ("a", MAY + 2 * HOUR, 9.0)], index=[30, 10, 20])


@check("payments at the same instant", category="edge")
def same_instant(learner):
    burst = [("a", MAY + 5 * HOUR, float(k)) for k in range(1, 6)]
    compare(learner, [("a", MAY, 100.0), *burst, ("a", MAY + 6 * HOUR, 50.0)])
    compare(learner, burst)


@check("exactly a week apart", category="edge")
def week_apart(learner):
    compare(learner, [("a", MAY, 10.0), ("a", MAY + WEEK, 20.0), ("a", MAY + WEEK + 1, 40.0)])


@check("after a long pause", category="edge")
def long_pause(learner):
    compare(learner, [("a", MAY, 10.0), ("a", MAY + HOUR, 12.0), ("a", MAY + 3 * WEEK, 20.0), ("a", MAY + 3 * WEEK + HOUR, 30.0)])


@check("labels that occur twice", category="edge")
def repeated_labels(learner, rng):
    compare(learner, drawn(rng, rows=30, cards=3, hours=300), index=rng.integers(5, size=30))


@check("no payments, one payment", category="edge")
def few(learner):
    compare(learner, [])
    compare(learner, [("a", MAY, 10.0)], index=["only"])


@check("drawn payments")
def drawn_payments(learner, rng):
    for _ in range(5):
        compare(learner, drawn(rng, rows=60, cards=4, hours=400), index=rng.permutation(60))


@check("nothing moves before a change", category="behaviour")
def nothing_ahead(learner, rng):
    payments = drawn(rng, rows=50, cards=2, hours=300)
    changed = list(payments)
    card, when, amount = payments[17]
    changed[17] = (card, when, amount + 1000)
    before, after = learner.recent(table(payments)), learner.recent(table(changed))
    untouched = np.array([t <= when or c != card for c, t, _ in payments])
    close(after["mean"].to_numpy()[untouched], before["mean"].to_numpy()[untouched], nan=True)
    equal(after["count"].to_numpy(), before["count"].to_numpy())


@check("the table stays as it was", category="state")
def unchanged(learner, rng):
    before = table(drawn(rng, rows=20, cards=3, hours=200), index=rng.permutation(20))
    _, (after,) = with_arguments(learner.recent, before)
    equal(after, before)


@check("a quarter of payments", category="scale")
def quarter(learner, rng):
    compare(learner, drawn(rng, rows=30_000, cards=6_000, hours=2200))
