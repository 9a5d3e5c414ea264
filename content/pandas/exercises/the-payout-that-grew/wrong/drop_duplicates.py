# caught by: two equal lines
# Somebody noticed the doubled rows after the join and removed what looked doubled.
import pandas as pd


def payouts(orders, items, refunds):
    items = items.dropna(subset="order_id").drop_duplicates().assign(sold=lambda t: t["price"] * t["quantity"])
    refunds = refunds.dropna(subset="order_id").drop_duplicates()
    sold = items.groupby("order_id")["sold"].sum()
    refunded = refunds.groupby("order_id")["amount"].sum()
    table = orders.assign(
        sold=sold.reindex(orders["order_id"], fill_value=0).to_numpy(),
        refunded=refunded.reindex(orders["order_id"], fill_value=0).to_numpy(),
    )
    result = table.groupby("seller", as_index=False)[["sold", "refunded"]].sum()
    return result.assign(payout=result["sold"] - result["refunded"])
