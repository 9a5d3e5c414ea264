import numpy as np


def digest_quality(log):
    """Every pair of one reader, written out by a join: fine while digests are short."""
    columns = log[["reader", "score"]]
    was_opened = log["opened"].astype(bool)
    pairs = columns[was_opened].merge(columns[~was_opened], on="reader", suffixes=("_opened", "_closed"))
    if pairs.empty:
        return float("nan")
    difference = pairs["score_opened"] - pairs["score_closed"]
    figure = ((np.sign(difference) + 1) / 2).groupby(pairs["reader"]).mean()
    mailed = log.groupby("reader").size().reindex(figure.index)
    return float(np.average(figure, weights=mailed))
