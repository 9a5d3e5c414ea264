"""Checks for what-the-scorer-knew. The oracle reads all of an applicant's rows for every application."""
import numpy as np
import pandas as pd
from onsite import check, close, equal, require, with_arguments

DAY = 86_400_000_000  # in microseconds, the unit of the columns
ADA, BO, CY = 17, 23, 40  # numbers of applicants
MARCH = pd.Timestamp("2025-03-01").value // 1000


def tables(applications, bureau, index=None):
    asked = pd.DataFrame(
        {"applicant": numbers(a for a, _ in applications), "decided_at": times(t for _, t in applications)}
    )
    if index is not None:
        asked.index = index
    known = pd.DataFrame(
        {
            "applicant": numbers(a for a, _, _ in bureau),
            "published_at": times(t for _, t, _ in bureau),
            "score": pd.Series([s for _, _, s in bureau], dtype="float64"),
        }
    )
    return asked, known


def numbers(values):
    return pd.Series(list(values), dtype="int64")


def times(values):
    return pd.Series(np.array(list(values), dtype="int64").astype("datetime64[us]"))


def expected(applications, bureau, index):
    facts = {}
    for who, published, score in bureau:
        facts.setdefault(who, []).append((published, score))
    answers = []
    for who, when in applications:
        newest, answer = None, np.nan
        for published, score in facts.get(who, []):
            if published < when and (newest is None or published >= newest):
                newest, answer = published, score
        answers.append(np.nan if newest is None or when - newest > 90 * DAY else answer)
    return pd.Series(answers, index=index, name="score", dtype="float64")


def compare(learner, applications, bureau, index=None):
    asked, known = tables(applications, bureau, index)
    result = learner.scores(asked, known)
    require(isinstance(result, pd.Series), f"scores must return a series, got {type(result).__name__}")
    require(result.name == "score", f"the series must be named 'score', got {result.name!r}")
    equal(list(result.index), list(asked.index))
    require(result.dtype == "float64", f"the dtype must be float64, got {result.dtype}")
    close(result.to_numpy(), expected(applications, bureau, asked.index).to_numpy(), nan=True)


def drawn(rng, asked, known, people, step=DAY, span=300):
    applications = [(1000 + int(rng.integers(people)), MARCH + int(rng.integers(span)) * step) for _ in range(asked)]
    bureau = [
        (1000 + int(rng.integers(people)), MARCH + int(rng.integers(span)) * step, np.nan if rng.random() < 0.1 else float(i))
        for i in range(known)
    ]
    return applications, bureau


@check("the example", visible=True, category="example")
def example(learner):
    bureau = [(ADA, MARCH - 58 * DAY, 610.0), (ADA, MARCH, 640.0), (ADA, MARCH + 4 * DAY, 700.0)]
    compare(learner, [(ADA, MARCH + 4 * DAY), (ADA, MARCH + 5 * DAY), (ADA, MARCH - 59 * DAY)], bureau)


@check("applications out of order", visible=True)
def out_of_order(learner):
    bureau = [(BO, MARCH + 9 * DAY, 3.0), (ADA, MARCH, 1.0), (BO, MARCH, 2.0)]
    asked = [(BO, MARCH + 10 * DAY), (ADA, MARCH + 1 * DAY), (CY, MARCH + 9 * DAY), (BO, MARCH + 3 * DAY)]
    compare(learner, asked, bureau, index=["w", "x", "y", "z"])


@check("published at the very moment of the decision", category="edge")
def same_instant(learner):
    compare(learner, [(ADA, MARCH), (ADA, MARCH + 1)], [(ADA, MARCH, 5.0), (ADA, MARCH - DAY, 4.0)])


@check("almost and just out of date", category="edge")
def out_of_date(learner):
    asked = [(ADA, MARCH + 90 * DAY + late) for late in (-1, 0, 1)] + [(ADA, MARCH + 2000 * DAY)]
    compare(learner, asked, [(ADA, MARCH, 5.0)])


@check("an opinion that was withdrawn", category="edge")
def withdrawn(learner):
    bureau = [(ADA, MARCH, 5.0), (ADA, MARCH + 2 * DAY, np.nan), (ADA, MARCH + 4 * DAY, 7.0)]
    compare(learner, [(ADA, MARCH + k * DAY) for k in (1, 3, 5)], bureau)


@check("corrected in the same instant", category="edge")
def corrected(learner, rng):
    # Many rows, so that a sort which is not stable would show.
    bureau = [(k % 7, MARCH + (k % 3) * DAY, float(k)) for k in rng.permutation(300).tolist()]
    compare(learner, [(k % 7, MARCH + (1 + k % 4) * DAY) for k in range(28)], bureau)


@check("drawn histories")
def histories(learner, rng):
    for _ in range(6):
        asked, known = drawn(rng, asked=25, known=40, people=4)
        compare(learner, asked, known, index=rng.permutation(1000)[:25])


@check("empty tables", category="edge")
def empty(learner):
    compare(learner, [(ADA, MARCH)], [])
    compare(learner, [], [(ADA, MARCH, 1.0)])
    compare(learner, [], [])


@check("the tables stay as they were", category="state")
def unchanged(learner):
    before = tables([(BO, MARCH + DAY), (ADA, MARCH)], [(BO, MARCH, 2.0), (ADA, MARCH - DAY, 1.0)], index=[5, 3])
    _, after = with_arguments(learner.scores, *before)
    for now, then in zip(after, before):
        equal(now, then)


@check("a year of applications", category="scale")
def large(learner, rng):
    # Times in whole minutes over a year, about five facts an applicant.
    applications, bureau = drawn(rng, asked=20_000, known=20_000, people=4_000, step=60_000_000, span=500_000)
    compare(learner, applications, bureau)
