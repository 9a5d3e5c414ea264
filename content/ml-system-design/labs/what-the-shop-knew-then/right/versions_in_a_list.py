# every version of a key with both of its times; a request walks back from the last one known to the best
from collections import defaultdict

import pandas as pd


class FeatureStore:
    def __init__(self, ttl):
        self.ttl, self.versions = ttl, defaultdict(list)

    def write(self, rows):
        for customer, feature, value, event_time, now in rows:
            versions = self.versions[customer, feature]
            # What each version knows is the best until then, so that nobody has to look further back.
            if versions and versions[-1]["event_time"] > event_time:
                versions.append({**versions[-1], "now": now})
            else:
                versions.append({"now": now, "event_time": event_time, "value": value})

    def known(self, customer, feature, at):
        versions = self.versions.get((customer, feature), [])
        low, high = 0, len(versions)
        while low < high:
            middle = (low + high) // 2
            if versions[middle]["now"] <= at:
                low = middle + 1
            else:
                high = middle
        if low == 0 or at - versions[low - 1]["event_time"] > self.ttl[feature]:
            return None
        return versions[low - 1]["value"]

    def read(self, customer, now):
        return {feature: self.known(customer, feature, now) for feature in self.ttl}

    def history(self, requests):
        table = [[self.known(row.customer, feature, row.at) for feature in self.ttl] for row in requests.itertuples()]
        return pd.DataFrame(table, columns=list(self.ttl), dtype=float)
