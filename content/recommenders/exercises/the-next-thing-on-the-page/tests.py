"""Checks for the-next-thing-on-the-page."""
import numpy as np
from onsite import check, equal, require, with_arguments


def by_the_rule(appeal, table, v):
    """The rule word for word, with all pairs at hand."""
    shown = []
    while len(shown) < len(appeal):
        values = {
            i: (1 - v) * appeal[i] - v * max(table[i, j] for j in shown) if shown else appeal[i]
            for i in range(len(appeal))
            if i not in shown
        }
        shown.append(max(values, key=lambda i: (values[i], -i)))
    return shown


class Service:
    """Answers from a symmetric table and writes down what it was asked."""

    def __init__(self, table):
        self.table = np.asarray(table)
        self.asked = []
        self.likeness = lambda i, j: self.answer(i, j)

    def answer(self, i, j):
        self.asked.append((min(i, j), max(i, j)))
        require(i != j, f"expected two different objects, got {i} twice")
        return float(self.table[i, j])


def drawn_table(rng, n, low=0.0):
    table = rng.uniform(low, 1, size=(n, n))
    return (table + table.T) / 2


def everything(page):
    """Pulls index by index: a generator has no length to ask for."""
    return [index for index in page]


@check("two mugs and a book", visible=True, category="example")
def two_mugs(learner):
    service = Service([[1.0, 0.9, 0.1], [0.9, 1.0, 0.1], [0.1, 0.1, 1.0]])
    page = learner.arrange(np.array([0.9, 0.8, 0.5]), service.likeness, 0.5)
    equal([next(page), next(page)], [0, 2])
    require(len(service.asked) <= 2, f"expected at most 2 calls for 2 objects, got {len(service.asked)}")
    equal(everything(page), [1])


@check("by appeal alone", visible=True, category="example")
def appeal_alone(learner, rng):
    appeal = np.array([0.2, 0.7, 0.1, 0.4])
    equal(everything(learner.arrange(appeal, Service(drawn_table(rng, 4)).likeness, 0.0)), [1, 3, 0, 2])


@check("drawn pages")
def drawn_pages(learner, rng):
    for v in (0.3, 0.5, 0.8):
        appeal, table = rng.random(12), drawn_table(rng, 12)
        equal(everything(learner.arrange(appeal, Service(table).likeness, v)), by_the_rule(appeal, table, v))


@check("opposites", category="edge")
def opposites(learner, rng):
    for _ in range(3):
        # Most pairs are unlike, some are opposite: the maximum over the shown ones is often negative.
        appeal, table = rng.random(10), drawn_table(rng, 10, low=-3.0)
        equal(everything(learner.arrange(appeal, Service(table).likeness, 0.6)), by_the_rule(appeal, table, 0.6))


@check("nothing but variety", category="edge")
def only_variety(learner, rng):
    appeal, table = np.array([0.1, 0.2, 0.9, 0.3, 0.4]), drawn_table(rng, 5)
    equal(everything(learner.arrange(appeal, Service(table).likeness, 1.0)), by_the_rule(appeal, table, 1.0))


@check("equal values", category="edge")
def equal_values(learner, rng):
    # Multiples of 1/4 are exact in binary, so ties are ties however the value is computed.
    equal(everything(learner.arrange(np.full(5, 0.5), Service(np.full((5, 5), 0.25)).likeness, 0.5)), [0, 1, 2, 3, 4])
    for _ in range(4):
        appeal = rng.integers(0, 3, size=9) / 4
        table = np.maximum.outer(rng.integers(0, 3, size=9), rng.integers(0, 3, size=9)) / 4
        table = np.maximum(table, table.T)
        equal(everything(learner.arrange(appeal, Service(table).likeness, 0.5)), by_the_rule(appeal, table, 0.5))


@check("hardly any objects", category="edge")
def hardly_any(learner):
    service = Service(np.ones((1, 1)))
    equal(everything(learner.arrange(np.array([]), service.likeness, 0.5)), [])
    equal(everything(learner.arrange(np.array([0.3]), service.likeness, 0.5)), [0])
    equal(service.asked, [])


@check("a visitor who hardly scrolls", category="behaviour")
def hardly_scrolls(learner, rng):
    n = 20
    service = Service(drawn_table(rng, n))
    page = learner.arrange(rng.random(n), service.likeness, 0.4)
    require(not service.asked, f"expected no call before the first object, got {len(service.asked)}")
    allowed = 0
    for k in range(1, 6):
        next(page)
        require(len(service.asked) <= allowed, f"expected at most {allowed} calls for {k} objects, got {len(service.asked)}")
        allowed += n - k


@check("what the service is asked", category="behaviour")
def what_is_asked(learner, rng):
    n = 15
    appeal, table = rng.random(n), drawn_table(rng, n)
    service = Service(table)
    page, shown = learner.arrange(appeal, service.likeness, 0.5), []
    for _ in range(n):
        before = len(service.asked)
        newest = next(page)
        for i, j in service.asked[before:]:
            require((i in shown) != (j in shown), f"expected a shown and a remaining object, got {i} and {j} after {shown}")
        shown.append(newest)
    twice = len(service.asked) - len(set(service.asked))
    require(twice == 0, f"expected no pair twice, got {twice} repeated calls")
    equal(shown, by_the_rule(appeal, table, 0.5))


@check("two visitors", category="state")
def two_visitors(learner, rng):
    appeal, table = rng.random(8), drawn_table(rng, 8)
    expected = by_the_rule(appeal, table, 0.5)
    first = learner.arrange(appeal, Service(table).likeness, 0.5)
    begun = [next(first), next(first), next(first)]
    equal(everything(learner.arrange(appeal, Service(table).likeness, 0.5)), expected)
    equal(begun + everything(first), expected)


@check("the appeal afterwards", category="state")
def appeal_afterwards(learner, rng):
    appeal, table = rng.random(6), drawn_table(rng, 6)
    page, after = with_arguments(learner.arrange, appeal, Service(table).likeness, 0.5)
    equal(after[0], appeal)
    equal(everything(page), by_the_rule(appeal, table, 0.5))
