# caught by: days of every kind
# takes the value that was written last, so an old one that comes late replaces a newer
from bisect import bisect_right
from collections import defaultdict

import pandas as pd


class FeatureStore:
    def __init__(self, ttl):
        self.ttl, self.since, self.rows = ttl, defaultdict(list), defaultdict(list)

    def write(self, rows):
        for customer, feature, value, event_time, now in rows:
            self.since[customer, feature].append(now)
            self.rows[customer, feature].append((event_time, value))

    def known(self, customer, feature, at):
        place = bisect_right(self.since[customer, feature], at)
        if place == 0:
            return None
        event_time, value = self.rows[customer, feature][place - 1]
        return value if at <= event_time + self.ttl[feature] else None

    def read(self, customer, now):
        return {feature: self.known(customer, feature, now) for feature in self.ttl}

    def history(self, requests):
        asked = list(zip(requests["customer"].tolist(), requests["at"].tolist()))
        return pd.DataFrame({f: pd.Series([self.known(c, f, at) for c, at in asked], dtype=float) for f in self.ttl})
