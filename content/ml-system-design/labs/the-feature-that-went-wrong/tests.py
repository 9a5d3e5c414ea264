"""Checks for the-feature-that-went-wrong: incidents whose cause is known."""
import numpy as np
from onsite import check, measure, require
from world import FEATURES, Incident


def judged(learner, rng, worlds):
    feature, group, time = [], [], []
    for _ in range(worlds):
        incident = Incident(rng)
        told = learner.diagnose(incident.requests, incident.training)
        require(isinstance(told, dict) and set(told) == {"feature", "column", "value", "since"}, f"expected a dict with feature, column, value and since, got {told!r}")
        require(isinstance(told["since"], (int, float)), f"expected an hour as a number, got {told['since']!r}")
        feature.append(told["feature"] == incident.feature)
        group.append((told["column"], told["value"]) == (incident.column, incident.value))
        time.append(abs(told["since"] - incident.since) <= 6)
    return feature, group, time


@check("ten incidents", visible=True)
def few(learner, rng):
    feature, _, _ = judged(learner, rng, 10)
    measure("feature found", feature, least=0.35)


@check("forty other incidents")
def many(learner, rng):
    feature, group, time = judged(learner, rng, 40)
    measure("feature found", feature, least=0.65)
    measure("region or client found", group, least=0.65)
    measure("hour found, within six", time, least=0.6)
