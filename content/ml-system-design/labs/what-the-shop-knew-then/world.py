"""Timelines of a feature store: values of customers, written when they became known, and moments at which they are asked for.

Times are whole minutes. A value belongs to the moment `event_time` that it describes and is written at `now`, never before that.
"""
import pandas as pd

TTL = {"orders": 600, "last_basket": 1500, "score": 240}  # minutes after its event time that a value holds
KINDS = ["ordinary", "late", "corrected", "deleted", "tied", "stale"]


def draw(rng, kind, customers=6, writes=80, requests=60):
    """A timeline: rows (customer, feature, value, event_time, now) in the order in which they are written, and a table of requests."""
    now, rows = 0, []
    names = list(TTL)
    for _ in range(writes):
        now += int(rng.integers(0, 3 if kind == "tied" else 60 if kind == "stale" else 25))
        customer, feature = int(rng.integers(customers)), names[rng.integers(len(names))]
        event_time = now - int(rng.integers(0, 5))
        value = int(rng.integers(1, 1000))
        if kind == "late" and rng.random() < 0.5:
            event_time = now - int(rng.integers(30, 400))  # a phone that was offline, a batch that was run again
        if kind in ("corrected", "tied") and rows and rng.random() < 0.5:
            customer, feature, _, event_time, _ = rows[rng.integers(max(0, len(rows) - 12), len(rows))]  # of the same moment, better known
        if kind == "deleted" and rng.random() < 0.35:
            value = None  # the customer has asked for it, or the source took it back
        rows.append((customer, feature, value, max(0, event_time), now))
    # Half of the moments are those of a write, to the minute.
    moments = [rows[rng.integers(len(rows))][4] if rng.random() < 0.5 else int(rng.integers(0, now + 400)) for _ in range(requests)]
    asked = rng.integers(0, customers + 1, requests)  # one customer of whom nothing is known
    if kind == "stale":
        # The last minute for which a value holds, and the one after.
        for place in range(0, requests, 2):
            customer, feature, _, event_time, _ = rows[rng.integers(len(rows))]
            asked[place], moments[place] = customer, event_time + TTL[feature] + int(rng.integers(2))
    return rows, pd.DataFrame({"customer": asked, "at": moments})
