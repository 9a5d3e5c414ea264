# caught by: an order without refunds
# The left merge is right, but a sum over no rows at all is left as NaN and the column as float.
import pandas as pd


def payouts(orders, items, refunds):
    sold = items.assign(sold=items["price"] * items["quantity"]).merge(orders.dropna(), on="order_id")
    back = refunds.merge(orders.dropna(), on="order_id")
    result = pd.DataFrame({"seller": sorted(orders["seller"].unique())})
    result["sold"] = result["seller"].map(sold.groupby("seller")["sold"].sum())
    result["refunded"] = result["seller"].map(back.groupby("seller")["amount"].sum())
    return result.assign(payout=result["sold"] - result["refunded"])
