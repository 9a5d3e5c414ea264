# caught by: sixteen other markets
# scales the probability itself by the rate: near enough for the rare ones, too low for the likely ones
import numpy as np
from sklearn.linear_model import LogisticRegression
from world import FEATURES, KEPT, SURFACES


def columns(table):
    return np.column_stack([table[FEATURES], *[table["surface"] == name for name in SURFACES]]).astype(float)


def click_rates(log, impressions):
    model = LogisticRegression(C=1e6, max_iter=200).fit(columns(log), log["clicked"])
    told = model.predict_proba(columns(impressions))[:, 1]
    return told * impressions["surface"].map(KEPT).to_numpy()
