# caught by: the example
# The window is right, and the card was forgotten.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments[["paid_at", "amount"]].reset_index(drop=True).sort_values("paid_at")
    window = rows.rolling("7D", on="paid_at", closed="left")["amount"]
    count, mean = window.count().to_numpy(), window.mean().to_numpy()
    order = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": np.nan_to_num(count)[order].astype("int64"), "mean": mean[order]}, index=payments.index)
