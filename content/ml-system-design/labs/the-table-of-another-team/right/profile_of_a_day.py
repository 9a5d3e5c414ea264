# a profile of some numbers for each day of the past; the batch may leave what the past did by a generous margin
import numpy as np


def profile(table, known, countries):
    shares = table["country"].value_counts(normalize=True)
    return {
        "twice": table["order"].duplicated().mean(),
        "before": table["order"].isin(known).mean(),
        "rows": np.log(len(table)),
        "evening": (table["hour"] > 15).mean(),
        "nulls": table[["order", "customer", "items", "amount", "discount"]].isna().to_numpy().mean(),
        "level": np.log(table["amount"].clip(lower=0.001)).median(),
        "nothing": (table["amount"] <= 0.001).mean(),
        "discount": table["discount"].max(),
        "known": table["country"].isin(countries).mean(),
        "largest": shares.get(countries[0], 0.0),
        "backwards": (table["shipped"] < table["hour"]).mean(),
    }


MARGIN = {
    "twice": (0, 0.01), "before": (0, 0.01), "rows": (0.35, 1.0), "evening": (0.2, 0.3), "nulls": (0, 0.02), "level": (0.3, 0.35), "nothing": (0, 0.02),
    "discount": (1, 0.5), "known": (0.05, 0), "largest": (0.08, 0.2), "backwards": (0, 0.01),
}


class Contract:
    def __init__(self, history):
        self.columns, self.known = set(history.columns), set(history["order"])
        self.countries = list(history["country"].value_counts().index)
        days = [profile(rows, (), self.countries) for _, rows in history.groupby("day")]
        self.low = {name: min(day[name] for day in days) for name in MARGIN}
        self.high = {name: max(day[name] for day in days) for name in MARGIN}

    def violations(self, batch):
        if not self.columns <= set(batch.columns):
            return ["columns are missing"]
        told = profile(batch, self.known, self.countries)
        return [name for name, (below, above) in MARGIN.items() if not self.low[name] - below <= told[name] <= self.high[name] + above]
