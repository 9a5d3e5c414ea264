import numpy as np
from world import IMPRESSIONS, MOST

rng = np.random.default_rng(0)
DRAWS = 40  # portions of a day: each is given to what looks best in a draw of its own


def allocate(shown, clicked):
    # What titles are like in this shop: a new one is believed to be one of them, neither bad nor wonderful.
    seen = shown >= 50
    mean = (clicked.sum() + 1) / (shown.sum() + 30)
    strength = 60.0
    if seen.sum() >= 20:
        rates = clicked[seen] / shown[seen]
        noise = np.mean(rates * (1 - rates) / shown[seen])
        spread = max(rates.var() - noise, 0.1 * mean**2)
        mean = rates.mean()
        strength = float(np.clip(mean * (1 - mean) / spread - 1, 10, 200))
    a, b = mean * strength + clicked, (1 - mean) * strength + shown - clicked

    # Each portion goes to the titles that are best in one draw of what they may be: a title is shown as often as it may be the best.
    portion = IMPRESSIONS // DRAWS
    each = portion // (IMPRESSIONS // MOST)
    allocation = np.zeros(len(shown), int)
    for draw in rng.beta(a, b, (DRAWS, len(shown))):
        allocation[np.argsort(-draw)[: IMPRESSIONS // MOST]] += each
    return allocation
