import pandas as pd


def recent(payments):
    # One row an instant of a card; prefix sums; then look up the prefix before t and before t - 7 days.
    instants = (
        payments.groupby(["card", "paid_at"])["amount"].agg(n="size", total="sum").sort_index().reset_index()
    )
    sums = instants.groupby("card")[["n", "total"]].cumsum()
    prefix = instants[["card", "paid_at"]].join(sums).sort_values("paid_at", kind="stable")

    def before(times):
        asked = payments[["card"]].assign(paid_at=times, row=range(len(payments)))
        found = pd.merge_asof(asked.sort_values("paid_at"), prefix, on="paid_at", by="card", allow_exact_matches=False)
        return found.sort_values("row")[["n", "total"]].fillna(0).to_numpy(dtype="float64")

    times = payments["paid_at"].to_numpy()
    inside = before(times) - before(times - pd.Timedelta(days=7).to_timedelta64())
    table = pd.DataFrame(inside, columns=["count", "total"], index=payments.index)
    table["mean"] = (table["total"] / table["count"]).where(table["count"] > 0)
    return table[["count", "mean"]].astype({"count": "int64"})
