import numpy as np


def best_question(value, pull, weight, lam, gamma, least):
    """Two ordinary scans: the missing rows stand before everything, then after everything."""
    gone = np.isnan(value)
    smallest = value[~gone].min() if not gone.all() else None
    found = []
    for side, stand_in in (("left", -np.inf), ("right", np.inf)):
        x = np.where(gone, stand_in, value)
        names, group = np.unique(x, return_inverse=True)
        if len(names) < 2 or smallest is None:
            continue
        g = np.bincount(group, weights=pull).cumsum()
        h = np.bincount(group, weights=weight).cumsum()
        rest_g, rest_h = g[-1] - g[:-1], h[-1] - h[:-1]
        gain = 0.5 * (g[:-1] ** 2 / (h[:-1] + lam) + rest_g**2 / (rest_h + lam) - g[-1] ** 2 / (h[-1] + lam)) - gamma
        gain[(h[:-1] < least) | (rest_h < least) | ~np.isfinite(names[:-1])] = -np.inf
        i = gain.argmax()
        if gain[i] > 0:
            found.append((gain[i], names[i], side))
    if not found:
        return None
    gain, t, side = max(found)
    return float(t), side, float(gain)
