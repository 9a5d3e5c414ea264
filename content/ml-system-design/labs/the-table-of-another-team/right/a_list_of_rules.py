# rules as pairs of a name and a condition, tried one after the other
import numpy as np


class Contract:
    def __init__(self, history):
        rows = history.groupby("day").size()
        usual = {weekday: rows[rows.index % 7 == weekday].min() for weekday in range(7)}
        middle, amounts = history["amount"].median(), history["amount"].quantile([0.001, 0.999])
        top = history["country"].value_counts(normalize=True)
        seen, names = set(history["order"]), set(history.columns)
        self.rules = [
            ("columns are missing", lambda batch: names <= set(batch.columns)),
            ("orders occur twice", lambda batch: batch["order"].is_unique),
            ("orders were delivered before", lambda batch: not seen & set(batch["order"])),
            ("too few rows", lambda batch: len(batch) > 0.6 * usual[int(batch["day"].iloc[0]) % 7]),
            ("the day is cut off", lambda batch: batch["hour"].quantile(0.9) > 15),
            ("amounts are missing", lambda batch: batch[["items", "amount", "discount", "country"]].isna().to_numpy().mean() < 0.02),
            ("the unit of amounts", lambda batch: 0.6 < batch["amount"].median() / middle < 1.7),
            ("the unit of discounts", lambda batch: batch["discount"].between(0, 1).all()),
            ("amounts of nothing", lambda batch: (batch["amount"] < 0.1 * amounts.iloc[0]).mean() < 0.03),
            ("countries that nobody knows", lambda batch: batch["country"].isin(top.index).mean() > 0.9),
            ("a country is missing", lambda batch: set(top.index[top > 0.12]) <= set(batch["country"])),
            ("the order of events", lambda batch: (batch["shipped"] >= batch["hour"]).sum() >= 0.98 * batch["shipped"].notna().sum()),
        ]

    def violations(self, batch):
        for name, holds in self.rules:
            if not holds(batch):
                return [name]
        return []
