"""Checks for turnstiles-that-lose-people."""
import numpy as np
from onsite import check, equal, raises, require, with_arguments


def one_by_one(totals, gates, people):
    expected = [int(value) for value in totals]
    for gate, count in zip(gates, people):
        expected[int(gate)] += int(count)
    return np.array(expected, dtype=np.int64)


def after(learner, totals, gates, people):
    result, (totals, gates_after, people_after) = with_arguments(learner.record, totals, gates, people)
    require(result is None, f"record should return None, it returned {result!r}")
    equal(gates_after, gates)
    equal(people_after, people)
    return totals


@check("the worked example", visible=True, category="example")
def worked_example(learner):
    totals = after(learner, np.array([10, 20, 30]), np.array([2, 0, 2]), np.array([1, 4, 5]))
    equal(totals, np.array([14, 20, 36]))


@check("each gate once", visible=True)
def each_gate_once(learner):
    totals = after(learner, np.array([0, 5, 0, 0]), np.array([3, 1, 0]), np.array([7, 1, 2]))
    equal(totals, np.array([2, 6, 0, 7]))


@check("a busy evening", category="scale")
def busy_evening(learner, rng):
    totals = rng.integers(0, 1000, size=40)
    gates = rng.integers(0, 40, size=50_000)
    people = rng.integers(0, 9, size=50_000)
    equal(after(learner, totals.copy(), gates, people), one_by_one(totals, gates, people))


@check("corrections", category="edge")
def corrections(learner, rng):
    totals = rng.integers(500, 1000, size=6)
    gates = rng.integers(0, 6, size=60)
    people = rng.integers(-5, 6, size=60)
    equal(after(learner, totals.copy(), gates, people), one_by_one(totals, gates, people))


@check("an empty bulk", category="edge")
def empty_bulk(learner):
    nothing = np.array([], dtype=np.int64)
    equal(after(learner, np.array([3, 1]), nothing, nothing.copy()), np.array([3, 1]))


@check("gates without messages", category="edge")
def silent_gates(learner, rng):
    totals = rng.integers(0, 100, size=30)
    gates = rng.integers(0, 4, size=25)
    people = rng.integers(1, 9, size=25)
    equal(after(learner, totals.copy(), gates, people), one_by_one(totals, gates, people))


@check("numbers of several years", category="edge")
def several_years(learner, rng):
    totals = rng.integers(2**59, 2**60, size=5)
    gates = rng.integers(0, 5, size=40)
    people = rng.integers(2**53, 2**54, size=40) * 2 + 1
    equal(after(learner, totals.copy(), gates, people), one_by_one(totals, gates, people))


@check("a gate past the last", category="edge")
def past_the_last(learner):
    with raises("IndexError"):
        learner.record(np.array([1, 2, 3]), np.array([0, 3]), np.array([1, 1]))


@check("a gate before the first", category="edge")
def before_the_first(learner):
    with raises("IndexError"):
        learner.record(np.array([1, 2, 3]), np.array([0, -1]), np.array([1, 1]))


@check("lengths that differ", category="edge")
def lengths_differ(learner):
    with raises("ValueError"):
        learner.record(np.array([1, 2, 3]), np.array([0, 1]), np.array([5]))
