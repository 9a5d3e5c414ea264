# caught by: exactly a week apart
# "Neither end" looks like the careful choice once the row itself has to stay out.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments[["card", "paid_at", "amount"]].reset_index(drop=True).sort_values(["card", "paid_at"])
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="neither")["amount"]
    count, mean = window.count().to_numpy(), window.mean().to_numpy()
    order = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": np.nan_to_num(count)[order].astype("int64"), "mean": mean[order]}, index=payments.index)
