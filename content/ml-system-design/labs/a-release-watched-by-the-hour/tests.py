"""Checks for a-release-watched-by-the-hour: releases whose effect is known, watched for a day."""
import numpy as np
from onsite import check, equal, measure, require
from world import Releases, run


def watched(learner, rng, count):
    def roll_back(hour, releases):
        answer = np.asarray(learner.roll_back(hour, releases))
        require(answer.shape == (len(releases),) and answer.dtype == bool, f"expected True or False for each of {len(releases)} releases")
        return answer

    releases = Releases(rng, count)
    return releases.kind, run(releases, roll_back)


@check("thirty releases", visible=True)
def shape(learner, rng):
    kind, stopped = watched(learner, rng, 30)
    require(np.all(stopped[kind == "large"] > 0), "expected every release with 15 % fewer orders to be stopped within the day")


@check("three thousand releases", visible=True)
def few(learner, rng):
    kind, stopped = watched(learner, rng, 3000)
    measure("harmless ones stopped", stopped[kind == "harmless"] > 0, most=0.1)


@check("nine thousand other releases")
def many(learner, rng):
    kind, stopped = watched(learner, rng, 9000)
    measure("harmless ones stopped", stopped[kind == "harmless"] > 0, most=0.075)
    measure("of those with 4 % fewer orders stopped", stopped[kind == "small"] > 0, least=0.5)
    large = stopped[kind == "large"]
    measure("of those with 15 % fewer orders stopped", large > 0, least=0.99)
    measure("until those are stopped", np.where(large > 0, large, 48), most=8, unit="hours")
