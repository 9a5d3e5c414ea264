# caught by: thirty-six other shops
# corrects for the delay, but learns it from all sales: of young clicks only the quick ones are among them
import numpy as np


def tomorrows_rate(clicks, now):
    age = now - clicks["clicked"].to_numpy()
    delay = (clicks["sold"] - clicks["clicked"]).to_numpy()
    sold = ~np.isnan(delay)
    recent = age <= 2
    delays = np.sort(delay[sold & (age <= 5)])
    shown = np.searchsorted(delays, age[recent]) / len(delays)
    return float(sold[recent].sum() / shown.sum())
