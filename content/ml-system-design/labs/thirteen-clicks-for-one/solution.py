import numpy as np
from sklearn.linear_model import LogisticRegression
from world import FEATURES, SURFACES


def columns(table):
    surface = np.column_stack([table["surface"] == name for name in SURFACES])
    return np.column_stack([table[FEATURES].to_numpy(), surface.astype(float)])


def click_rates(log, impressions):
    # A kept impression without a click stands for 1 / kept of them, a click for itself: weighted so, the log is the market again.
    weight = np.where(log["clicked"] == 1, 1.0, 1.0 / log["kept"])
    model = LogisticRegression(C=1e6, max_iter=200)
    model.fit(columns(log), log["clicked"], sample_weight=weight)
    return model.predict_proba(columns(impressions))[:, 1]
