# caught by: after a long pause
# Shifting by one row hides the row itself, and carries the last amount to a time at which it is long out of the window.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments[["card", "paid_at", "amount"]].reset_index(drop=True).sort_values(["card", "paid_at"])
    rows["earlier"] = rows.groupby("card")["amount"].shift(1)
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="both", min_periods=1)["earlier"]
    count, mean = window.count().to_numpy(), window.mean().to_numpy()
    order = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": np.nan_to_num(count)[order].astype("int64"), "mean": mean[order]}, index=payments.index)
