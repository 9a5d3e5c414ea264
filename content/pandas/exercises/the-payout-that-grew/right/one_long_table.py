import pandas as pd


def payouts(orders, items, refunds):
    # Items and refunds are bookings of two kinds: stack them, look up the seller, pivot.
    bookings = pd.concat(
        [
            pd.DataFrame({"order_id": items["order_id"], "kind": "sold", "cents": items["price"] * items["quantity"]}),
            pd.DataFrame({"order_id": refunds["order_id"], "kind": "refunded", "cents": refunds["amount"]}),
        ]
    ).dropna(subset="order_id")
    joined = bookings.merge(orders.dropna(subset="order_id"), on="order_id", validate="many_to_one")
    sums = joined.groupby(["seller", "kind"])["cents"].sum()
    sellers = sorted(orders["seller"].unique())
    wanted = pd.MultiIndex.from_product([sellers, ["sold", "refunded"]], names=["seller", "kind"])
    cents = sums.reindex(wanted, fill_value=0).to_numpy(dtype="int64").reshape(-1, 2)
    result = pd.DataFrame({"seller": sellers, "sold": cents[:, 0], "refunded": cents[:, 1]})
    result["payout"] = result["sold"] - result["refunded"]
    return result
