# caught by: active and quiet readers
# One library call on the whole log: the number that the editors distrust.
from sklearn.metrics import roc_auc_score


def digest_quality(log):
    if log["opened"].nunique() < 2:
        return float("nan")
    return float(roc_auc_score(log["opened"].astype(int), log["score"]))
