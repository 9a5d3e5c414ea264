"""Checks for the-payout-that-grew. The oracle walks over rows with dictionaries and joins nothing."""
import pandas as pd
from onsite import check, equal, with_arguments


def tables(orders, items, refunds):
    return (
        pd.DataFrame({"order_id": text(o for o, _ in orders), "seller": text(s for _, s in orders)}),
        pd.DataFrame({"order_id": text(o for o, _, _ in items), "price": cents(p for _, p, _ in items), "quantity": cents(q for _, _, q in items)}),
        pd.DataFrame({"order_id": text(o for o, _ in refunds), "amount": cents(a for _, a in refunds)}),
    )


def text(values):
    return pd.Series(list(values), dtype="str")


def cents(values):
    return pd.Series(list(values), dtype="int64")


def expected(orders, items, refunds):
    seller_of = {o: s for o, s in orders if o is not None}
    sums = {s: [0, 0] for _, s in orders}
    for o, price, quantity in items:
        if o in seller_of:
            sums[seller_of[o]][0] += price * quantity
    for o, amount in refunds:
        if o in seller_of:
            sums[seller_of[o]][1] += amount
    sellers = sorted(sums)
    return pd.DataFrame(
        {
            "seller": text(sellers),
            "sold": cents(sums[s][0] for s in sellers),
            "refunded": cents(sums[s][1] for s in sellers),
            "payout": cents(sums[s][0] - sums[s][1] for s in sellers),
        }
    )


def compare(learner, orders, items, refunds):
    equal(learner.payouts(*tables(orders, items, refunds)), expected(orders, items, refunds))


def drawn(rng, count, sellers, lost=0.0):
    orders = [(None if rng.random() < lost else f"N{i}", f"seller-{rng.integers(sellers):03d}") for i in range(count)]
    numbers = [o for o, _ in orders if o is not None] + ["gone-1", "gone-2"] + ([None] * 3 if lost else [])
    pick = lambda: numbers[rng.integers(len(numbers))]
    items = [(pick(), int(rng.integers(1, 5000)), int(rng.integers(1, 4))) for _ in range(2 * count)]
    refunds = [(pick(), int(rng.integers(1, 3000))) for _ in range(count)]
    return orders, items, refunds


@check("the example", visible=True, category="example")
def example(learner):
    compare(
        learner,
        [("A1", "Ines"), ("A2", "Ines"), ("B1", "Tom")],
        [("A1", 500, 1), ("A1", 300, 3), ("A2", 250, 2)],
        [("A1", 100), ("A1", 50)],
    )


@check("an order without refunds", visible=True, category="edge")
def without_refunds(learner):
    compare(learner, [("B2", "Tom"), ("A1", "Ines")], [("B2", 999, 2), ("A1", 100, 1)], [("A1", 150)])


@check("several lines and several refunds")
def several(learner):
    compare(
        learner,
        [("A1", "Ines"), ("B1", "Tom"), ("B2", "Tom")],
        [("A1", 100, 1), ("A1", 40, 2), ("A1", 7, 5), ("B1", 11, 1), ("B2", 13, 1)],
        [("A1", 3), ("A1", 5), ("B2", 1), ("B2", 2), ("B2", 4)],
    )


@check("two equal lines", category="edge")
def equal_lines(learner):
    compare(learner, [("A1", "Ines")], [("A1", 250, 1), ("A1", 250, 1), ("A1", 30, 2)], [("A1", 20), ("A1", 20)])


@check("orders that are not in the list", category="edge")
def strangers(learner):
    compare(learner, [("A1", "Ines")], [("A1", 10, 1), ("Z9", 1000, 1)], [("Z9", 400), ("Z8", 1)])


@check("drafts without a number", category="edge")
def drafts(learner):
    compare(
        learner,
        [("A1", "Ines"), (None, "Tom"), (None, "Uma"), (None, "Ines")],
        [("A1", 10, 1), (None, 700, 1), (None, 900, 2)],
        [(None, 5), ("A1", 3)],
    )


@check("empty tables", category="edge")
def empty(learner):
    compare(learner, [("A1", "Ines"), ("B1", "Tom")], [], [])
    for items, refunds in [([("A1", 10, 1)], [("A1", 5)]), ([], [])]:
        result = learner.payouts(*tables([], items, refunds))
        equal(list(result.columns), ["seller", "sold", "refunded", "payout"])
        equal(len(result), 0)


@check("drawn tables")
def drawn_tables(learner, rng):
    for _ in range(8):
        compare(learner, *drawn(rng, count=int(rng.integers(1, 40)), sellers=6, lost=0.15))


@check("the tables stay as they were", category="state")
def unchanged(learner, rng):
    before = tables(*drawn(rng, count=12, sellers=3))
    _, after = with_arguments(learner.payouts, *before)
    for now, then in zip(after, before):
        equal(now, then)


@check("a busy month", category="scale")
def busy(learner, rng):
    compare(learner, *drawn(rng, count=15_000, sellers=200))
