# caught by: several lines and several refunds
# The natural first draft: join everything, then sum. Right as long as no order has two rows on both sides.
import pandas as pd


def payouts(orders, items, refunds):
    items = items.dropna(subset="order_id").assign(sold=lambda t: t["price"] * t["quantity"])
    refunds = refunds.dropna(subset="order_id").rename(columns={"amount": "refunded"})
    table = orders.merge(items, on="order_id", how="left").merge(refunds, on="order_id", how="left")
    result = table.groupby("seller", as_index=False)[["sold", "refunded"]].sum()
    result = result.astype({"sold": "int64", "refunded": "int64"})
    return result.assign(payout=result["sold"] - result["refunded"])
