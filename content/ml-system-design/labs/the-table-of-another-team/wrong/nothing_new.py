# caught by: fourteen other shops
# whatever was never seen is refused: every new category, every record amount, every busy day
class Contract:
    def __init__(self, history):
        self.history = history
        self.rows = history.groupby("day").size()
        self.nulls = history.isna().groupby(history["day"]).mean().max()
        self.orders = set(history["order"])

    def violations(self, batch):
        if sorted(batch.columns) != sorted(self.history.columns):
            return ["other columns"]
        found = []
        if batch["order"].duplicated().any() or batch["order"].isin(self.orders).any():
            found.append("orders that were there")
        if not self.rows.min() <= len(batch) <= self.rows.max():
            found.append("an unusual number of rows")
        for name in ("country", "kind"):
            if not set(batch[name]) <= set(self.history[name]):
                found.append(f"a new {name}")
        for name in ("items", "amount", "discount", "hour"):
            if batch[name].min() < self.history[name].min() or batch[name].max() > self.history[name].max():
                found.append(f"{name} out of range")
        found += [f"{name} missing" for name in self.nulls.index if batch[name].isna().mean() > self.nulls[name]]
        if (batch["shipped"] < batch["hour"]).any() or len(set(batch["country"])) < self.history["country"].nunique():
            found.append("it does not agree")
        return found
