# caught by: days of every kind
# history joins on the time that a value describes: it uses what nobody knew yet
from bisect import bisect_right
from collections import defaultdict

import pandas as pd


class FeatureStore:
    def __init__(self, ttl):
        self.ttl, self.rows = ttl, defaultdict(list)

    def write(self, rows):
        for customer, feature, value, event_time, now in rows:
            self.rows[customer, feature].append((event_time, now, len(self.rows[customer, feature]), value))

    def known(self, customer, feature, at):
        rows = sorted(self.rows[customer, feature])
        place = bisect_right(rows, (at, float("inf")))
        if place == 0:
            return None
        event_time, _, _, value = rows[place - 1]
        return value if at <= event_time + self.ttl[feature] else None

    def read(self, customer, now):
        return {feature: self.known(customer, feature, now) for feature in self.ttl}

    def history(self, requests):
        asked = list(zip(requests["customer"].tolist(), requests["at"].tolist()))
        return pd.DataFrame({f: pd.Series([self.known(c, f, at) for c, at in asked], dtype=float) for f in self.ttl})
