# caught by: drafts without a number
# Joins each detail table separately, which cures the doubling, and trusts that missing keys match nothing, as in SQL.
import pandas as pd


def payouts(orders, items, refunds):
    def per_seller(details, cents):
        joined = details.assign(cents=cents).merge(orders, on="order_id")
        return joined.groupby("seller")["cents"].sum()

    sellers = sorted(orders["seller"].unique())
    sold = per_seller(items, items["price"] * items["quantity"]).reindex(sellers, fill_value=0).to_numpy(dtype="int64")
    refunded = per_seller(refunds, refunds["amount"]).reindex(sellers, fill_value=0).to_numpy(dtype="int64")
    return pd.DataFrame({"seller": sellers, "sold": sold, "refunded": refunded, "payout": sold - refunded})
