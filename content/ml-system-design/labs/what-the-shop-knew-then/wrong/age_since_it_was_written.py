# caught by: days of every kind
# lets a value hold from when it was written: a late one looks fresh
from bisect import bisect_right
from collections import defaultdict

import pandas as pd


class FeatureStore:
    def __init__(self, ttl):
        self.ttl, self.since, self.best = ttl, defaultdict(list), defaultdict(list)

    def write(self, rows):
        for customer, feature, value, event_time, now in rows:
            best = self.best[customer, feature]
            if not best or event_time >= best[-1][0]:
                self.since[customer, feature].append(now)
                best.append((event_time, value))

    def known(self, customer, feature, at):
        place = bisect_right(self.since[customer, feature], at)
        if place == 0:
            return None
        since = self.since[customer, feature][place - 1]
        return self.best[customer, feature][place - 1][1] if at <= since + self.ttl[feature] else None

    def read(self, customer, now):
        return {feature: self.known(customer, feature, now) for feature in self.ttl}

    def history(self, requests):
        asked = list(zip(requests["customer"].tolist(), requests["at"].tolist()))
        return pd.DataFrame({f: pd.Series([self.known(c, f, at) for c, at in asked], dtype=float) for f in self.ttl})
