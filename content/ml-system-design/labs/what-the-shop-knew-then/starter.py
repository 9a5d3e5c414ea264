import numpy as np
import pandas as pd
from world import KINDS, TTL, draw


class FeatureStore:
    def __init__(self, ttl):
        """`ttl` says for each feature how many minutes after its event time a value holds."""

    def write(self, rows):
        """Takes rows (customer, feature, value, event_time, now), in the order of `now`; value None deletes."""

    def read(self, customer, now):
        """The features of a customer at this moment: a dict with a value or None for each feature of `ttl`."""

    def history(self, requests):
        """A table with a row for each request and a column for each feature of `ttl`: what `read` would have said at `at`."""
