import numpy as np
from world import FEATURES


def diagnose(requests, training):
    at = requests["at"].to_numpy()
    best = (0.0, None)
    for feature in FEATURES:
        # Ranks: a fault of any size counts the same, and no feature weighs more for its unit.
        rank = requests[feature].rank(pct=True).to_numpy()
        # What changes for everyone, by the hour or at once, is the world: it is taken off, hour by hour.
        hour = at.astype(int)
        usual = np.bincount(hour, rank) / np.maximum(np.bincount(hour), 1)
        smooth = np.convolve(np.pad(usual, 3, mode="edge"), np.full(7, 1 / 7), mode="valid")
        own = rank - smooth[hour]
        for column in ("region", "client"):
            for value in requests[column].unique():
                inside = np.flatnonzero(requests[column] == value)
                series, count = own[inside], len(inside)
                # The best place to cut the slice's series in two, and how many standard errors lie between the parts.
                before = np.arange(1, count)
                total = np.cumsum(series)[:-1]
                difference = total / before - (series.sum() - total) / (count - before)
                score = np.abs(difference) / series.std() * np.sqrt(before * (count - before) / count)
                score[(before < 30) | (count - before < 30)] = 0
                cut = int(np.argmax(score))
                if score[cut] > best[0]:
                    best = (score[cut], {"feature": feature, "column": column, "value": str(value), "since": float(at[inside[cut + 1]])})
    return best[1]
