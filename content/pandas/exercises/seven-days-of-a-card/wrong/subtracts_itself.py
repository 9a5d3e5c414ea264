# caught by: payments at the same instant
# The window contains the row itself, so the row is taken out again; its equals in time stay.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments[["card", "paid_at", "amount"]].reset_index(drop=True).sort_values(["card", "paid_at"], kind="stable")
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="both")["amount"]
    count = window.count().to_numpy() - 1
    total = window.sum().to_numpy() - rows["amount"].to_numpy()
    mean = np.where(count > 0, total / np.where(count > 0, count, 1), np.nan)
    order = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": count[order].astype("int64"), "mean": mean[order]}, index=payments.index)
