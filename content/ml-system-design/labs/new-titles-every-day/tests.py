"""Checks for new-titles-every-day: forty days in catalogues whose rates are known."""
import numpy as np
from onsite import check, measure, require
from world import IMPRESSIONS, MOST, Shop, run


def ruled(learner):
    """The learner's allocation, held to its rules."""

    def allocate(shown, clicked):
        given = learner.allocate(shown, clicked)
        require(isinstance(given, np.ndarray) and given.shape == shown.shape and given.dtype.kind == "i", "expected an array of whole numbers, one for each title")
        require(given.min() >= 0 and given.max() <= MOST, f"expected 0 to {MOST} impressions a title, got {given.min()} to {given.max()}")
        require(given.sum() <= IMPRESSIONS, f"expected at most {IMPRESSIONS} impressions in all, got {given.sum()}")
        return given

    return allocate


def judged(learner, rng, worlds):
    results = [run(Shop(rng), ruled(learner)) for _ in range(worlds)]
    return [clicks for clicks, _ in results], [found for _, found in results]


@check("five catalogues", visible=True)
def few(learner, rng):
    clicks, _ = judged(learner, rng, 5)
    measure("clicks ÷ possible clicks", clicks, least=0.6)


@check("sixteen other catalogues")
def many(learner, rng):
    clicks, found = judged(learner, rng, 16)
    measure("clicks ÷ possible clicks", clicks, least=0.7)
    measure("of the ten best titles on the last day, shown", found, least=0.5)
