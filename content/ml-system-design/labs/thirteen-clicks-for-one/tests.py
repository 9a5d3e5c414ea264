"""Checks for thirteen-clicks-for-one: forecasts are held against the real probabilities of each market."""
import numpy as np
from onsite import check, measure, require
from sklearn.metrics import roc_auc_score
from world import SURFACES, draw, logged


def forecast(learner, market):
    rates = learner.click_rates(logged(market), market.new)
    require(isinstance(rates, np.ndarray) and rates.shape == (len(market.new),), f"expected an array of {len(market.new)} rates")
    require(bool(np.all((rates > 0) & (rates < 1))), "expected every rate between 0 and 1")
    return rates


def loss(truth, told):
    return float(-np.mean(truth * np.log(told) + (1 - truth) * np.log(1 - told)))


def judged(learner, rng, worlds):
    figures = {"total": [], "surface": [], "loss": [], "order": []}
    for _ in range(worlds):
        market = draw(rng)
        told, truth = forecast(learner, market), market.probability
        figures["total"].append(told.sum() / truth.sum())
        surface = market.new["surface"].to_numpy()
        ratios = [told[surface == one].sum() / truth[surface == one].sum() for one in SURFACES]
        figures["surface"].append(np.exp(np.max(np.abs(np.log(ratios)))))
        figures["loss"].append(loss(truth, told) / loss(truth, truth))
        clicked = rng.random(len(truth)) < truth
        orders = [roc_auc_score(clicked[surface == one], told[surface == one]) - roc_auc_score(clicked[surface == one], truth[surface == one]) for one in SURFACES]
        figures["order"].append(np.mean(orders))
    return figures


@check("five markets", visible=True)
def few(learner, rng):
    figures = judged(learner, rng, 5)
    measure("clicks forecast ÷ clicks", figures["total"], least=0.9, most=1.1)


@check("sixteen other markets")
def many(learner, rng):
    figures = judged(learner, rng, 16)
    measure("clicks forecast ÷ clicks", figures["total"], least=0.95, most=1.05)
    measure("factor by which the worst surface is off", figures["surface"], most=1.2)
    measure("log-loss ÷ that of the truth", figures["loss"], most=1.01)
    measure("AUC within a surface, beyond the truth's", figures["order"], least=-0.02)
