# a model of the delay: an immediate part and an exponential one, fitted to old sales, then the rate that makes the data likeliest
import numpy as np
from scipy.optimize import brentq, minimize


def tomorrows_rate(clicks, now):
    age = (now - clicks["clicked"]).to_numpy()
    delay = (clicks["sold"] - clicks["clicked"]).to_numpy()
    known = delay[(age > 16) & ~np.isnan(delay)]

    def unlikely(parameters):
        share, quick, slow = 1 / (1 + np.exp(-parameters[0])), *np.exp(parameters[1:])
        density = share / quick * np.exp(-known / quick) + (1 - share) / slow * np.exp(-known / slow)
        return -np.log(density + 1e-12).mean()

    fit = minimize(unlikely, [-2.0, np.log(0.1), np.log(2.0)], method="Nelder-Mead", options={"maxiter": 200}).x
    share, quick, slow = 1 / (1 + np.exp(-fit[0])), *np.exp(fit[1:])
    recent = age < 5
    shown = share * (1 - np.exp(-age[recent] / quick)) + (1 - share) * (1 - np.exp(-age[recent] / slow))
    sales = np.sum(~np.isnan(delay[recent]))
    waiting = shown[np.isnan(delay[recent])]
    return float(brentq(lambda rate: sales / rate - np.sum(waiting / (1 - rate * waiting)), 1e-5, 0.9))
