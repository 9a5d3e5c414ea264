from collections import deque

import pandas as pd


def recent(payments):
    # Walk through time; payments of one instant are answered first and booked afterwards.
    week = pd.Timedelta(days=7).to_pytimedelta()
    rows = sorted(zip(payments["card"], payments["paid_at"].dt.to_pydatetime(), range(len(payments)), payments["amount"]))
    counts, means = [0] * len(rows), [float("nan")] * len(rows)
    card, window, waiting, now = None, deque(), [], None
    for owner, when, position, amount in rows:
        if owner != card:
            card, window, waiting, now = owner, deque(), [], None
        if when != now:
            window.extend(waiting)
            waiting, now = [], when
            while window and window[0][0] < when - week:
                window.popleft()
        if window:
            counts[position] = len(window)
            means[position] = sum(a for _, a in window) / len(window)
        waiting.append((when, amount))
    return pd.DataFrame({"count": counts, "mean": means}, index=payments.index).astype({"count": "int64", "mean": "float64"})
