"""Checks for what-the-shop-knew-then: against an oracle that looks through every row for every request."""
import math

import numpy as np
import pandas as pd
from onsite import check, equal, measure, require
from world import KINDS, TTL, draw


def oracle(rows, ttl, customer, feature, at):
    """The definition, word for word."""
    found = None
    for one, name, value, event_time, now in rows:
        if one == customer and name == feature and now <= at and (found is None or event_time >= found[0]):
            found = event_time, value
    return None if found is None or at > found[0] + ttl[feature] else found[1]


def filled(learner, rows, parts=3):
    store = learner.FeatureStore(TTL)
    size = -(-len(rows) // parts)
    for start in range(0, len(rows), size):
        store.write(rows[start : start + size])
    return store


def wrong_share(table, rows, requests):
    """The share of cells that differ from the oracle."""
    require(isinstance(table, pd.DataFrame), f"expected a table, got {type(table).__name__}")
    require(list(table.columns) == list(TTL), f"expected the columns {list(TTL)}, got {list(table.columns)}")
    require(list(table.index) == list(range(len(requests))), "expected a row for each request, in order, with the index 0, 1, 2 ...")
    wrong = 0
    for feature in TTL:
        for customer, at, got in zip(requests["customer"], requests["at"], table[feature]):
            expected = oracle(rows, TTL, customer, feature, at)
            wrong += not (pd.isna(got) if expected is None else not pd.isna(got) and float(got) == expected)
    return wrong / (len(requests) * len(TTL))


@check("a basket that came late", visible=True)
def example(learner):
    store = learner.FeatureStore({"basket": 100})
    store.write([("ann", "basket", 30, 10, 12), ("ann", "basket", 20, 5, 40)])
    store.write([("ann", "basket", 31, 10, 50)])
    equal(store.read("ann", 50), {"basket": 31})
    equal(store.read("ann", 111), {"basket": None})
    table = store.history(pd.DataFrame({"customer": ["ann"] * 4, "at": [11, 12, 40, 50]}))
    equal(table["basket"].tolist()[1:], [30.0, 30.0, 31.0])
    require(math.isnan(table["basket"][0]), f"expected nothing to be known at 11, got {table['basket'][0]}")


@check("ordinary days", visible=True)
def ordinary(learner, rng):
    shares = []
    for _ in range(8):
        rows, requests = draw(rng, "ordinary")
        shares.append(wrong_share(filled(learner, rows).history(requests), rows, requests))
    measure("cells that differ from the definition", shares, most=0.001)


def of_kind(learner, rng, kind):
    shares = []
    for _ in range(12):
        rows, requests = draw(rng, kind)
        shares.append(wrong_share(filled(learner, rows).history(requests), rows, requests))
    measure(f"cells that differ, {kind} values", shares, most=0.001)


@check("days of every kind", category="edge")
def kinds(learner, rng):
    for kind in KINDS[1:]:
        of_kind(learner, rng, kind)


@check("what is served and what is trained on", category="behaviour")
def parity(learner, rng):
    differ = []
    for turn in range(10):
        rows, _ = draw(rng, KINDS[turn % len(KINDS)], writes=60)
        store, asked, served = learner.FeatureStore(TTL), [], []
        for place in range(0, len(rows), 6):
            store.write(rows[place : place + 6])
            customer, now = int(rng.integers(7)), rows[min(place + 5, len(rows) - 1)][4]
            # The next rows may be of the same minute, and would count in history too.
            if place + 6 < len(rows) and rows[place + 6][4] == now:
                continue
            asked.append({"customer": customer, "at": now})
            served.append(store.read(customer, now))
        table = store.history(pd.DataFrame(asked))
        wrong = 0
        for place, told in enumerate(served):
            equal(list(told), list(TTL))
            for feature, value in told.items():
                truth = oracle(rows, TTL, asked[place]["customer"], feature, asked[place]["at"])
                later = table[feature][place]
                wrong += value != truth or (not pd.isna(later) if value is None else later != value)
        differ.append(wrong / (len(asked) * len(TTL)))
    measure("values served otherwise than they are trained on", differ, most=0.001)


@check("nothing asked and nothing known", category="edge")
def empty(learner):
    store = learner.FeatureStore(TTL)
    equal(store.read(3, 0), {feature: None for feature in TTL})
    table = store.history(pd.DataFrame({"customer": [3], "at": [9]}))
    require(table.shape == (1, len(TTL)) and bool(table.isna().all(axis=None)), "expected a row without values")
    table = store.history(pd.DataFrame({"customer": pd.Series([], dtype=int), "at": pd.Series([], dtype=int)}))
    equal(list(table.columns), list(TTL))
    equal(len(table), 0)


@check("a long year", category="scale")
def long(learner, rng):
    rows, requests = draw(rng, "late", customers=40, writes=20_000, requests=6_000)
    table = filled(learner, rows).history(requests)
    some = rng.choice(len(requests), 12, replace=False)
    for place in some.tolist():
        for feature in TTL:
            expected = oracle(rows, TTL, requests["customer"][place], feature, requests["at"][place])
            got = table[feature][place]
            require(pd.isna(got) if expected is None else got == expected, f"expected {expected}, got {got}")
