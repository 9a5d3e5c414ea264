# caught by: forty other incidents
# compares the second week with the first in each group, in units of its spread, and takes the world for the fault
from world import FEATURES


def diagnose(requests, training):
    first, second = requests[requests["at"] < 168], requests[requests["at"] >= 168]
    best = (-1.0, None)
    for column in ("region", "client"):
        for value, rows in second.groupby(column):
            old = first[first[column] == value]
            change = (rows[FEATURES].mean() - old[FEATURES].mean()).abs() / old[FEATURES].std()
            if change.max() > best[0]:
                best = change.max(), {"feature": change.idxmax(), "column": column, "value": value, "since": 168.0}
    return best[1]
