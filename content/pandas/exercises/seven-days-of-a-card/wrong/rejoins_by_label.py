# caught by: labels that occur twice
# Coming back by the index label is tidy, as long as each label stands for one row.
import pandas as pd


def recent(payments):
    rows = payments.sort_values(["card", "paid_at"])
    window = rows.groupby("card").rolling("7D", on="paid_at", closed="left")["amount"]
    found = pd.DataFrame(
        {"count": window.count().fillna(0).to_numpy().astype("int64"), "mean": window.mean().to_numpy()}, index=rows.index
    )
    found = found[~found.index.duplicated()]
    return found.reindex(payments.index)
