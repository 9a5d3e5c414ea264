# by whole days: each day's sales over the clicks that could show them, recent days weigh more
import numpy as np


def tomorrows_rate(clicks, now):
    age = now - clicks["clicked"].to_numpy()
    delay = (clicks["sold"] - clicks["clicked"]).to_numpy()
    grown = np.sort(delay[(age > 15) & ~np.isnan(delay)])
    sales, clicked = 0.0, 0.0
    for day in range(9):
        inside = (age >= day) & (age < day + 1)
        shown = np.searchsorted(grown, age[inside]).mean() / len(grown)
        weight = 0.75**day
        sales += weight * np.sum(~np.isnan(delay[inside]))
        clicked += weight * shown * inside.sum()
    return float(sales / clicked)
