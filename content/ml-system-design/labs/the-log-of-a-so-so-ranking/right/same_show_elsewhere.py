# compares each show with itself: opened in the shuffled visits' slots against the slot that it stands in by hand, a line through the logarithms
import numpy as np


def ranking(log):
    shuffled = log[log["shuffled"]]
    opened = shuffled.groupby("slot")["opened"].sum() + 0.5
    depth = np.log(opened.index.to_numpy())
    steepness = np.polyfit(depth, np.log(opened), 1, w=np.sqrt(opened))[0]
    by_hand = log[~log["shuffled"]].groupby("show").agg(slot=("slot", "first"), opened=("opened", "sum"), shown=("shown", "sum"))
    appeal = by_hand["opened"] / by_hand["shown"] * by_hand["slot"] ** -steepness
    return appeal.sort_values(ascending=False).index.tolist()
