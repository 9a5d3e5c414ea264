# caught by: a card's first payments
# rolling("7D") is taken to mean "the seven days before"; it ends with the row itself.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments[["card", "paid_at", "amount"]].reset_index(drop=True).sort_values(["card", "paid_at"])
    window = rows.groupby("card").rolling("7D", on="paid_at")["amount"]
    count, mean = window.count().to_numpy(), window.mean().to_numpy()
    order = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": count[order].astype("int64"), "mean": mean[order]}, index=payments.index)
