import pandas as pd


def payouts(orders, items, refunds):
    sold = items.assign(sold=items["price"] * items["quantity"]).groupby("order_id", as_index=False)["sold"].sum()
    back = refunds.rename(columns={"amount": "refunded"}).groupby("order_id", as_index=False)["refunded"].sum()
    return (
        orders.merge(sold, on="order_id", how="left", validate="many_to_one")
        .merge(back, on="order_id", how="left", validate="many_to_one")
        .groupby("seller", as_index=False)[["sold", "refunded"]]
        .sum()
        .astype({"sold": "int64", "refunded": "int64"})
        .assign(payout=lambda t: t["sold"] - t["refunded"])
    )
