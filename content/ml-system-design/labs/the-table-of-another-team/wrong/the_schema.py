# caught by: fourteen other shops
# columns, types and nulls: what a schema can say. An amount in cents has the right type
import pandas as pd


class Contract:
    def __init__(self, history):
        self.kinds = {name: pd.api.types.is_numeric_dtype(history[name]) for name in history}
        self.nulls = history.isna().mean()

    def violations(self, batch):
        found = [f"{name} is missing" for name in self.kinds if name not in batch]
        for name, numeric in self.kinds.items():
            if name in batch and pd.api.types.is_numeric_dtype(batch[name]) != numeric:
                found.append(f"{name} has another type")
            if name in batch and batch[name].isna().mean() > self.nulls[name] + 0.1:
                found.append(f"{name} is missing too often")
        return found
