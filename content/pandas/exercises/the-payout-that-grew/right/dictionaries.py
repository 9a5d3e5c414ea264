from collections import defaultdict

import pandas as pd


def payouts(orders, items, refunds):
    seller_of = {order: seller for order, seller in zip(orders["order_id"], orders["seller"]) if pd.notna(order)}
    sold, refunded = defaultdict(int), defaultdict(int)
    for order, price, quantity in zip(items["order_id"], items["price"], items["quantity"]):
        if pd.notna(order) and order in seller_of:
            sold[seller_of[order]] += int(price) * int(quantity)
    for order, amount in zip(refunds["order_id"], refunds["amount"]):
        if pd.notna(order) and order in seller_of:
            refunded[seller_of[order]] += int(amount)
    rows = [(s, sold[s], refunded[s], sold[s] - refunded[s]) for s in sorted(set(orders["seller"]))]
    table = pd.DataFrame(rows, columns=["seller", "sold", "refunded", "payout"])
    return table.astype({"sold": "int64", "refunded": "int64", "payout": "int64"})
