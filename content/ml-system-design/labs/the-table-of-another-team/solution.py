import numpy as np


class Contract:
    def __init__(self, history):
        self.columns = list(history.columns)
        self.orders = set(history["order"])
        self.nulls = history.isna().groupby(history["day"]).mean().max()
        self.numbers = [name for name in ("items", "amount", "discount", "hour") if name in history]
        self.low, self.high = history[self.numbers].min(), history[self.numbers].max()
        self.middle = history.groupby("day")["amount"].median()
        self.rows = history.groupby("day").size()
        self.countries = history["country"].value_counts(normalize=True)
        self.zeros = (history["amount"] == 0).mean()

    def violations(self, batch):
        # What later checks stand on comes first.
        missing = [name for name in self.columns if name not in batch]
        if missing:
            return [f"columns are missing: {missing}"]
        found = []

        # Identity: each order once, and none that we have had.
        if batch["order"].duplicated().any():
            found.append("orders occur twice")
        if batch["order"].isin(self.orders).mean() > 0.01:
            found.append("orders of earlier days")

        # Completeness: rows of such a weekday, from the whole day, from everywhere. Busy days are no fault, so only too little counts.
        same = self.rows[self.rows.index % 7 == batch["day"].iloc[0] % 7]
        if len(batch) < 0.5 * same.median():
            found.append(f"{len(batch)} rows where {same.median():.0f} are usual")
        if len(batch) and (batch["hour"] > 16).mean() < 0.1:
            found.append("nothing from the evening")
        nulls = batch[self.columns].isna().mean()
        for name in self.columns:
            # A share of missing values that is no part of the business; shipping may be late.
            if nulls[name] > self.nulls[name] + (0.25 if name == "shipped" else 0.05):
                found.append(f"{nulls[name]:.0%} of {name} are missing")

        # Meaning: ranges with a margin for single values, levels without.
        for name in self.numbers:
            span = self.high[name] - self.low[name]
            outside = (batch[name] < self.low[name] - 0.5 * span) | (batch[name] > self.high[name] + 0.5 * span)
            if outside.mean() > 0.02:
                found.append(f"{name} is out of range")
        if (batch["amount"] < 0).any() or (batch["amount"] == 0).mean() > self.zeros + 0.02:
            found.append("amounts of nothing, or less")
        if abs(np.log(max(batch["amount"].median(), 1e-9) / self.middle.median())) > 0.4:
            found.append("the level of amounts has changed")
        shares = batch["country"].value_counts(normalize=True)
        unknown = 1 - shares.reindex(self.countries.index).sum()
        if unknown > 0.05:
            found.append(f"{unknown:.0%} of the countries are unknown")
        for country, usual in self.countries.items():
            if shares.get(country, 0) < 0.2 * usual and usual * len(batch) > 15:
                found.append(f"hardly anything from {country}")

        # Agreement between columns.
        if (batch["shipped"] < batch["hour"]).mean() > 0.01:
            found.append("shipped before it was ordered")
        return found
