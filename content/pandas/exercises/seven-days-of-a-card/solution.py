import numpy as np
import pandas as pd


def recent(payments: pd.DataFrame) -> pd.DataFrame:
    # Labels may repeat, so rows are known by their position from here on.
    rows = payments[["card", "paid_at", "amount"]].reset_index(drop=True)
    rows = rows.sort_values(["card", "paid_at"])

    # closed="left" is the interval [t - 7 days, t): without the row and without its equals in time.
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="left")["amount"]
    count = window.count().fillna(0).to_numpy(dtype="int64")
    mean = window.mean().to_numpy()

    # The results come card by card, and by time within a card: the order of `rows`. The row
    # numbers that `rows` carried along say where each of them belongs.
    back = np.argsort(rows.index.to_numpy())
    return pd.DataFrame({"count": count[back], "mean": mean[back]}, index=payments.index)
