"""Two weeks of a service's request log. In the second week one feature went wrong, for one region or one client version.

`Incident(rng)` is one such fortnight with its truth. Beside the fault the world moves as it always does: by the hour, slowly, and at once
everywhere.
"""
import numpy as np
import pandas as pd

HOURS = 14 * 24
REQUESTS = 6000
REGIONS = ["north", "south", "east", "west", "islands"]
CLIENTS = ["web", "ios", "android", "tv"]
FEATURES = ["price", "distance_km", "minutes_since_visit", "basket", "age_days", "clicks_7d", "rating", "discount", "stock", "weight_kg"]
FAULTS = ["unit", "shift", "default", "cap"]


class Incident:
    """`requests` is the log, `training` a sample of what the model was trained on. `feature`, `column`, `value` and `since` are the truth."""

    def __init__(self, rng):
        at = np.sort(rng.uniform(0, HOURS, REQUESTS))
        share = rng.dirichlet(np.full(len(REGIONS), 6.0))
        # A campaign brings one region more visitors from some day on.
        more = share * np.where(np.arange(len(REGIONS)) == rng.integers(len(REGIONS)), 3, 1)
        late = at > rng.uniform(60, 280)
        region = np.where(late, rng.choice(REGIONS, REQUESTS, p=more / more.sum()), rng.choice(REGIONS, REQUESTS, p=share))
        client = rng.choice(CLIENTS, REQUESTS, p=rng.dirichlet(np.full(len(CLIENTS), 6.0)))
        self.requests = self.values(rng, at, region, client)
        moves, jumps = rng.choice(FEATURES, 2, replace=False)
        # Prices rise slowly; a season begins on one day. Both are real, and the same for everyone.
        self.requests[moves] *= np.exp(0.9 * at / HOURS)
        self.requests.loc[at > rng.uniform(150, 300), jumps] *= 1.8

        self.feature = str(rng.choice(FEATURES))
        self.column = str(rng.choice(["region", "client"]))
        self.value = str(rng.choice(REGIONS if self.column == "region" else CLIENTS))
        self.since = float(rng.integers(7 * 24, 12 * 24))
        self.fault = str(rng.choice(FAULTS))
        hit = (self.requests[self.column] == self.value) & (at >= self.since)
        self.requests.loc[hit, self.feature] = self.broken(rng, self.requests.loc[hit, self.feature].to_numpy())

    def values(self, rng, at, region, client):
        """Features as they are: positive, each of its own size, with habits of regions and of the hour."""
        self.size = np.exp(rng.normal(2, 1.5, len(FEATURES)))
        self.spread = rng.uniform(0.3, 0.8, len(FEATURES))
        self.habits = {name: rng.normal(0, 0.3, len(FEATURES)) for name in [*REGIONS, *CLIENTS]}
        swing = rng.normal(0, 0.2, len(FEATURES))

        def make(at, region, client):
            own = np.array([self.habits[one] for one in region]) + np.array([self.habits[one] for one in client])
            noise = rng.normal(0, 1, (len(at), len(FEATURES))) * self.spread
            values = self.size * np.exp(own + noise + np.sin(at / 24 * 2 * np.pi)[:, None] * swing)
            table = pd.DataFrame(values.round(3), columns=FEATURES)
            return table.assign(at=at, region=region, client=client)[["at", "region", "client", *FEATURES]]

        count = 3000
        self.training = make(rng.uniform(-24 * 60, -24 * 7, count), rng.choice(REGIONS, count), rng.choice(CLIENTS, count))
        return make(at, region, client)

    def broken(self, rng, values):
        if self.fault == "unit":
            return values * rng.choice([1.609, 0.454, 100.0])
        if self.fault == "shift":
            return values + np.median(values)
        if self.fault == "default":
            return np.where(rng.random(len(values)) < 0.4, 0.0, values)
        return np.minimum(values, np.quantile(values, 0.2))
