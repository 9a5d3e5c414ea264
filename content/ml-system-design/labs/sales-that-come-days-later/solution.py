import numpy as np

OLD = 14  # days after which a sale that has not come hardly comes any more
RECENT = 6  # days whose rate is still that of tomorrow


def tomorrows_rate(clicks, now):
    age = now - clicks["clicked"].to_numpy()
    delay = (clicks["sold"] - clicks["clicked"]).to_numpy()
    sold = ~np.isnan(delay)

    # How long a sale takes is learnt from clicks that had the time: of young ones only the quick sales are known.
    delays = np.sort(delay[sold & (age > OLD)])

    # A click of that age has shown a share of its sales only. It counts as that share of a click, not as a whole one without a sale.
    recent = age <= RECENT
    share_shown = np.searchsorted(delays, age[recent]) / len(delays)
    return sold[recent].sum() / share_shown.sum()
