"""Checks for sales-that-come-days-later: each world is a shop; its rate of the next day is known."""
import numpy as np
from onsite import check, measure, require
from world import draw, seen


def forecasts(learner, rng, worlds):
    """Log error and total of the forecasts of seven days, of each world."""
    errors, ratios = [], []
    for _ in range(worlds):
        shop = draw(rng)
        told, truth = [], []
        for now in range(29, 50, 3):
            rate = learner.tomorrows_rate(seen(shop, now), now)
            require(isinstance(rate, float) and 0 < rate < 1, f"expected a rate between 0 and 1 as a float, got {rate!r}")
            told.append(rate)
            truth.append(shop.rate[now])
        errors.append(np.abs(np.log(np.array(told) / truth)).mean())
        ratios.append(np.sum(told) / np.sum(truth))
    return errors, ratios


@check("a shop in an ordinary week", visible=True)
def ordinary(learner):
    shop = draw(np.random.default_rng(7))
    rate = learner.tomorrows_rate(seen(shop, 40), 40)
    require(isinstance(rate, float), f"expected a float, got {type(rate).__name__}")
    truth = shop.rate[40]
    require(0.6 < rate / truth < 1.6, f"expected a rate near {truth:.4f}, got {rate:.4f}")


@check("twelve shops", visible=True)
def few(learner, rng):
    errors, _ = forecasts(learner, rng, 12)
    measure("log error of the forecast", errors, most=0.2)


@check("thirty-six other shops")
def many(learner, rng):
    errors, ratios = forecasts(learner, rng, 36)
    measure("log error of the forecast", errors, most=0.15)
    measure("forecast ÷ truth", ratios, least=0.95, most=1.05)
