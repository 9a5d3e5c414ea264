# caught by: forty other incidents
# ranks and cuts are right, but each group is looked at alone: a season that begins everywhere looks like a fault in the largest group
import numpy as np
from world import FEATURES


def diagnose(requests, training):
    best = (0.0, None)
    for column in ("region", "client"):
        for value, rows in requests.groupby(column):
            at, count = rows["at"].to_numpy(), len(rows)
            before = np.arange(1, count)
            for feature in FEATURES:
                series = rows[feature].rank(pct=True).to_numpy()
                total = np.cumsum(series)[:-1]
                difference = total / before - (series.sum() - total) / (count - before)
                score = np.abs(difference) * np.sqrt(before * (count - before) / count)
                score[(before < 30) | (count - before < 30)] = 0
                cut = int(np.argmax(score))
                if score[cut] > best[0]:
                    best = score[cut], {"feature": feature, "column": column, "value": value, "since": float(at[cut + 1])}
    return best[1]
