# caught by: the tables stay as they were
# A new column is convenient, and the caller's table is at hand.
import pandas as pd


def payouts(orders, items, refunds):
    items["sold"] = items["price"] * items["quantity"]
    sold = items.groupby("order_id")["sold"].sum()
    refunded = refunds.groupby("order_id")["amount"].sum()
    table = orders.assign(
        sold=sold.reindex(orders["order_id"], fill_value=0).to_numpy(),
        refunded=refunded.reindex(orders["order_id"], fill_value=0).to_numpy(),
    )
    result = table.groupby("seller", as_index=False)[["sold", "refunded"]].sum()
    return result.assign(payout=result["sold"] - result["refunded"])
