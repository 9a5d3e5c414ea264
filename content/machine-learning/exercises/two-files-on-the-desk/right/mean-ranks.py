from scipy.stats import rankdata


def chance_of_order(scores, fraudulent):
    if len(scores) != len(fraudulent):
        raise ValueError("one label per score, please")
    positive = int((fraudulent == 1).sum())
    negative = len(scores) - positive
    if positive * negative == 0:
        return float("nan")
    ranks = rankdata(scores)  # tied rows share their mean rank
    return (ranks[fraudulent == 1].sum() - positive * (positive + 1) / 2) / (positive * negative)
