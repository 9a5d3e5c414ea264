# a regression of ranks on hour and group; in its residuals the step that explains most of the squares
import numpy as np
from world import FEATURES


def diagnose(requests, training):
    ranks = requests[FEATURES].rank(pct=True)
    hour = (requests["at"] // 4).astype(int)
    ranks = ranks - ranks.groupby(hour).transform("mean")
    at, found = requests["at"].to_numpy(), []
    for column in ("region", "client"):
        residual = ranks - ranks.groupby(requests[column]).transform("mean")
        for value, rows in requests.groupby(column).indices.items():
            values = residual.to_numpy()[rows]
            sums = values.cumsum(axis=0)
            n = np.arange(1, len(rows) + 1)[:, None]
            explained = sums**2 / n + (sums[-1] - sums) ** 2 / np.maximum(len(rows) - n, 1)
            explained[:30] = explained[-30:] = 0
            gain = explained / values.var(axis=0)
            cut, feature = np.unravel_index(np.argmax(gain), gain.shape)
            found.append((gain[cut, feature], FEATURES[feature], column, value, at[rows[min(cut + 1, len(rows) - 1)]]))
    _, feature, column, value, since = max(found)
    return {"feature": feature, "column": column, "value": str(value), "since": float(since)}
