# caught by: two hundred and sixty other nights
# looks at the order only, and at everyone at once
from sklearn.metrics import roc_auc_score


def promote(recent, audited, frozen):
    return bool(roc_auc_score(audited["label"], audited["new"]) > roc_auc_score(audited["label"], audited["old"]))
