"""Checks for what-a-stale-model-costs: a hundred and twenty days in places whose pace is known."""
import numpy as np
from onsite import check, equal, measure, require
from world import Place, best_cadence, run


def judged(learner, rng, worlds):
    def decide(losses, trained, price):
        answer = learner.train_tonight(losses, trained, price)
        require(answer is True or answer is False, f"expected True or False, got {answer!r}")
        return answer

    ratios = []
    for _ in range(worlds):
        place = Place(rng)
        ratios.append(run(place, decide) / best_cadence(place))
    return ratios


@check("a quiet month and a very dear training", visible=True)
def quiet(learner):
    equal(learner.train_tonight([0.4, 0.401, 0.399] * 10, [0], 5.0), False)


@check("fifteen places", visible=True)
def few(learner, rng):
    measure("cost ÷ that of the best cadence", judged(learner, rng, 15), most=1.4)


@check("eighty other places")
def many(learner, rng):
    measure("cost ÷ that of the best cadence", judged(learner, rng, 80), most=1.12)
