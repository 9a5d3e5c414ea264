"""A service whose customers change: slowly, at a pace of their own, and in some places from one day to the next.

`Place(rng)` is one such place; `run(place, decide)` plays its days with somebody who decides each evening whether to train again.
"""
import numpy as np

DAYS = 120
TASTES = 5
CADENCES = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 200]
NOISE = 0.006  # of a day's log-loss, measured on some 20,000 outcomes


class Place:
    """The truth: what customers care for on each day. `price` is what a training costs, in the log-loss of one day."""

    def __init__(self, rng):
        self.price = float(rng.choice([0.05, 0.3, 1.5]))
        # The pace differs by a factor of ten from place to place; half of the places have a sudden change as well.
        pace = np.exp(rng.uniform(np.log(0.02), np.log(0.2)))
        steps = rng.normal(0, pace, (DAYS + 1, TASTES))
        if rng.random() < 0.5:
            steps[rng.integers(30, 90)] += rng.normal(0, 0.8, TASTES)
        tastes = np.cumsum(steps, axis=0)
        # A model is trained on the outcomes of one day: it is the truth of that day, but for its noise.
        models = tastes + rng.normal(0, 0.1, tastes.shape)
        # What the log-loss has in excess on a day with the model of another, and what no model could avoid.
        self.fault = 0.08 * np.sum((tastes[:, None] - models[None]) ** 2, axis=2)
        self.floor = rng.uniform(0.3, 0.5)
        self.noise = rng.normal(0, NOISE, DAYS + 1)


def run(place, decide):
    """What all days cost: the fault of the models that served, and the price of each training."""
    model, cost, losses, trained = 0, 0.0, [], [0]
    for day in range(1, DAYS + 1):
        fault = place.fault[day, model]
        losses.append(float(place.floor + fault + place.noise[day]))
        cost += fault
        if day < DAYS and decide(losses, trained, place.price):
            model = day
            trained.append(day)
            cost += place.price
    return float(cost)


def best_cadence(place):
    """What the best fixed number of days between trainings would have cost: known with hindsight only."""
    return min(run(place, lambda losses, trained, price, every=every: len(losses) - trained[-1] >= every) for every in CADENCES)
