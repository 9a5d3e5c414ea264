from bisect import bisect_right
from collections import defaultdict

import numpy as np
import pandas as pd


class FeatureStore:
    def __init__(self, ttl):
        self.ttl = ttl
        # For each customer and feature the values that were once the best known, and when each became that. Both times only grow
        # along these lists: a late value that is older than what is known never becomes the best, so it is not kept at all.
        self.since = defaultdict(list)
        self.best = defaultdict(list)

    def write(self, rows):
        for customer, feature, value, event_time, now in rows:
            key = customer, feature
            # Of the same moment the later word counts: it is a correction.
            if not self.best[key] or event_time >= self.best[key][-1][0]:
                self.since[key].append(now)
                self.best[key].append((event_time, value))

    def known(self, customer, feature, at):
        key = customer, feature
        if key not in self.since:
            return None
        place = bisect_right(self.since[key], at)
        if place == 0:
            return None
        event_time, value = self.best[key][place - 1]
        return value if at <= event_time + self.ttl[feature] else None

    def read(self, customer, now):
        return {feature: self.known(customer, feature, now) for feature in self.ttl}

    def history(self, requests):
        # By the same code as `read`: what is trained on is what would have been served.
        asked = list(zip(requests["customer"].tolist(), requests["at"].tolist()))
        columns = {feature: [self.known(customer, feature, at) for customer, at in asked] for feature in self.ttl}
        return pd.DataFrame({feature: pd.Series(values, dtype=float) for feature, values in columns.items()})
