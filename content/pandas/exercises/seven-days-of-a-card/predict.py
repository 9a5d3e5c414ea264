# %% Which counts come back?
import pandas as pd
payments = pd.DataFrame({
    "card": ["a", "b", "a", "a", "a"],
    "paid_at": pd.to_datetime(["2026-05-08 10:00", "2026-05-02 08:00", "2026-05-01 10:00", "2026-05-03 09:00", "2026-05-03 09:00"]),
    "amount": [5.0, 1.0, 10.0, 20.0, 40.0],
})
recent(payments)["count"].tolist()

# %% Which means come back?
# with second: "2026-05-08 10:00" | "2026-05-08 10:01"
import pandas as pd
payments = pd.DataFrame({
    "card": ["a", "a", "a"],
    "paid_at": pd.to_datetime([second, "2026-05-01 10:00", "2026-05-04 09:00"]),
    "amount": [7.0, 10.0, 20.0],
})
recent(payments)["mean"].tolist()
