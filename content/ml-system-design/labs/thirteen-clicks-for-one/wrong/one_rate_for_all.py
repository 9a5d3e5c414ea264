# caught by: sixteen other markets
# corrects with the average rate of the log: the total is about right, each surface is not
import numpy as np
from sklearn.linear_model import LogisticRegression
from world import FEATURES, SURFACES


def columns(table):
    return np.column_stack([table[FEATURES], *[table["surface"] == name for name in SURFACES]]).astype(float)


def click_rates(log, impressions):
    model = LogisticRegression(C=1e6, max_iter=200).fit(columns(log), log["clicked"])
    told = model.predict_proba(columns(impressions))[:, 1]
    unclicked = log[log["clicked"] == 0]
    kept = len(unclicked) / (1 / unclicked["kept"]).sum()
    return told / (told + (1 - told) / kept)
