# caught by: a hundred and twenty other pages
# borrows 1 / log2(slot + 1) from DCG: that is how a metric weighs slots, not how people look
import numpy as np


def ranking(log):
    weighted = log["opened"] * np.log2(log["slot"] + 1)
    appeal = weighted.groupby(log["show"]).sum() / log.groupby("show")["shown"].sum()
    return [int(show) for show in appeal.sort_values(ascending=False).index]
