# caught by: just heavy enough
# 'Each side needs this weight' is coded as strictly more, which no drawn number ever notices.
import numpy as np


def best_question(value, pull, weight, lam, gamma, least):
    known = ~np.isnan(value)
    if not known.any():
        return None
    order = np.argsort(value[known])
    x = value[known][order]
    G = np.cumsum(pull[known][order])
    H = np.cumsum(weight[known][order])
    G_missing, H_missing = pull[~known].sum(), weight[~known].sum()
    G_all, H_all = G[-1] + G_missing, H[-1] + H_missing

    def worth(g, h):
        return g * g / (h + lam)

    cut = np.flatnonzero(np.append(x[1:] != x[:-1], True))
    best = None
    for missing in ("left", "right"):
        left_g = G[cut] + (G_missing if missing == "left" else 0.0)
        left_h = H[cut] + (H_missing if missing == "left" else 0.0)
        right_g, right_h = G_all - left_g, H_all - left_h
        gain = (worth(left_g, left_h) + worth(right_g, right_h) - worth(G_all, H_all)) / 2 - gamma
        allowed = (left_h > least) & (right_h > least)
        if allowed.any():
            i = int(np.argmax(np.where(allowed, gain, -np.inf)))
            if gain[i] > 0 and (best is None or gain[i] > best[2]):
                best = (float(x[cut[i]]), missing, float(gain[i]))
    return best
