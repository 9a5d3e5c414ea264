# caught by: forty other incidents
# cuts each series at its best place, but measures the change in the feature's own unit: the feature with the largest numbers wins
import numpy as np
from world import FEATURES


def diagnose(requests, training):
    best = (0.0, None)
    for column in ("region", "client"):
        for value, rows in requests.groupby(column):
            at = rows["at"].to_numpy()
            for feature in FEATURES:
                series = rows[feature].to_numpy()
                before = np.arange(1, len(series))
                total = np.cumsum(series)[:-1]
                change = np.abs(total / before - (series.sum() - total) / (len(series) - before))
                change[(before < 50) | (len(series) - before < 50)] = 0
                cut = int(np.argmax(change))
                if change[cut] > best[0]:
                    best = change[cut], {"feature": feature, "column": column, "value": value, "since": float(at[cut + 1])}
    return best[1]
