import pandas as pd


def payouts(orders: pd.DataFrame, items: pd.DataFrame, refunds: pd.DataFrame) -> pd.DataFrame:
    # Bring each detail table to the grain of an order before anything is joined.
    # groupby leaves out missing keys, so drafts cannot find each other later.
    sold = (items["price"] * items["quantity"]).groupby(items["order_id"]).sum()
    refunded = refunds.groupby("order_id")["amount"].sum()

    # One value an order now: looking it up adds no rows. fill_value keeps int64,
    # where a left merge would pass through float64 and NaN.
    per_order = pd.DataFrame(
        {
            "seller": orders["seller"].to_numpy(),
            "sold": sold.reindex(orders["order_id"], fill_value=0).to_numpy(),
            "refunded": refunded.reindex(orders["order_id"], fill_value=0).to_numpy(),
        }
    )
    result = per_order.groupby("seller", as_index=False)[["sold", "refunded"]].sum()
    return result.assign(payout=result["sold"] - result["refunded"])
