# caught by: the example
# The numbers are right, in the order of cards and times, and are pasted onto the table as it came.
import numpy as np
import pandas as pd


def recent(payments):
    rows = payments.sort_values(["card", "paid_at"])
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="left")["amount"]
    count, mean = window.count().to_numpy(), window.mean().to_numpy()
    return pd.DataFrame({"count": np.nan_to_num(count).astype("int64"), "mean": mean}, index=payments.index)
