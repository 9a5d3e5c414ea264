# by blocks of six hours: the group's median of logarithms against that of everyone else, and the largest step in that difference
import numpy as np
import pandas as pd
from world import FEATURES


def diagnose(requests, training):
    logs = np.log(requests[FEATURES] + 0.001).rank(pct=True)
    block = (requests["at"] // 3).astype(int)
    best = (0.0, None)
    for column in ("region", "client"):
        for value in requests[column].unique():
            inside = (requests[column] == value).to_numpy()
            mine, theirs = logs[inside].groupby(block[inside]).mean(), logs[~inside].groupby(block[~inside]).mean()
            weight = block[inside].value_counts().sort_index()
            difference = (mine - theirs).reindex(weight.index).interpolate().fillna(0).to_numpy()
            counts = weight.to_numpy()[:, None].astype(float)
            before, after = counts.cumsum(axis=0)[:-1], counts[::-1].cumsum(axis=0)[::-1][1:]
            left = (difference * counts).cumsum(axis=0)[:-1]
            right = (difference * counts).sum(axis=0) - left
            score = np.abs(left / before - right / after) * np.sqrt(before * after / (before + after)) / logs[inside].std().to_numpy()
            score[(before < 30)[:, 0] | (after < 30)[:, 0]] = 0
            cut, feature = np.unravel_index(np.argmax(score), score.shape)
            if score[cut, feature] > best[0]:
                since = float(weight.index[cut + 1]) * 3 + 0.5
                best = score[cut, feature], {"feature": FEATURES[feature], "column": column, "value": str(value), "since": since}
    return best[1]
