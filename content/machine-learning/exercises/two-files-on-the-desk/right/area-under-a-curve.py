import numpy as np
from sklearn.metrics import roc_auc_score


def chance_of_order(scores, fraudulent):
    if np.shape(scores) != np.shape(fraudulent):
        raise ValueError
    if len(np.unique(fraudulent)) < 2:
        return np.nan
    return roc_auc_score(fraudulent, scores)
