# caught by: an order without refunds
# merge joins inner by default, so orders without an item or without a refund vanish, and their sellers with them.
import pandas as pd


def payouts(orders, items, refunds):
    sold = items.assign(sold=items["price"] * items["quantity"]).groupby("order_id", as_index=False)["sold"].sum()
    back = refunds.groupby("order_id", as_index=False)["amount"].sum().rename(columns={"amount": "refunded"})
    table = orders.merge(sold, on="order_id").merge(back, on="order_id")
    result = table.groupby("seller", as_index=False)[["sold", "refunded"]].sum()
    return result.assign(payout=result["sold"] - result["refunded"])
