# %% Which payouts come back, seller by seller?
import pandas as pd
orders = pd.DataFrame({"order_id": ["A", "B"], "seller": ["Uma", "Bo"]})
items = pd.DataFrame({"order_id": ["A", "A", "B"], "price": [100, 50, 30], "quantity": [1, 2, 1]})
refunds = pd.DataFrame({"order_id": ["A", "A"], "amount": [10, 10]})
payouts(orders, items, refunds)["payout"].tolist()

# %% Which table comes back?
import pandas as pd
orders = pd.DataFrame({"order_id": ["A", None, "C"], "seller": ["Uma", "Bo", "Uma"]})
items = pd.DataFrame({"order_id": ["A", None, "C", "X"], "price": [100, 70, 20, 5], "quantity": [1, 1, 3, 1]})
refunds = pd.DataFrame({"order_id": ["C", "C", None], "amount": [20, 20, 9]})
payouts(orders, items, refunds)
