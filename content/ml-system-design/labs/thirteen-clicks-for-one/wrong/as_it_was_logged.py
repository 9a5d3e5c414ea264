# caught by: sixteen other markets
# fits the log as it is: the order is right, so the AUC looks fine, and nobody looks at the level
import numpy as np
from sklearn.linear_model import LogisticRegression
from world import FEATURES, SURFACES


def columns(table):
    return np.column_stack([table[FEATURES], *[table["surface"] == name for name in SURFACES]]).astype(float)


def click_rates(log, impressions):
    model = LogisticRegression(C=1e6, max_iter=200).fit(columns(log), log["clicked"])
    return model.predict_proba(columns(impressions))[:, 1]
