# caught by: forty other incidents
# looks for the feature whose average is furthest from training: that is the one that the season moved
import numpy as np
from world import FEATURES


def diagnose(requests, training):
    last = requests[requests["at"] > requests["at"].max() - 48]
    shift = {name: abs(np.log(last[name].mean() / training[name].mean())) for name in FEATURES}
    feature = max(shift, key=shift.get)
    best = None
    for column in ("region", "client"):
        for value, rows in last.groupby(column):
            change = abs(np.log(rows[feature].mean() / training[training[column] == value][feature].mean()))
            if best is None or change > best[0]:
                best = change, column, value
    return {"feature": feature, "column": best[1], "value": best[2], "since": 200.0}
