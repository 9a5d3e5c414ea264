# caught by: no pull at all
# With a positive strength the formula covers unseen postcodes by itself; with none it divides zero by zero.
import numpy as np
import pandas as pd


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self.rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds) or len(np.unique(folds)) < 2:
            raise ValueError
        self.rows = (postcodes, minutes)
        numbers = np.empty(len(postcodes))
        for fold in np.unique(folds):
            inside = folds == fold
            numbers[inside] = self._encode(postcodes[inside], postcodes[~inside], minutes[~inside])
        return numbers

    def transform(self, postcodes):
        if self.rows is None:
            raise RuntimeError
        return self._encode(postcodes, *self.rows)

    def _encode(self, wanted, seen, minutes):
        groups = pd.Series(minutes).groupby(seen)
        count = groups.count().reindex(wanted).fillna(0).to_numpy()
        total = groups.sum().reindex(wanted).fillna(0).to_numpy()
        return (total + self.strength * minutes.mean()) / (count + self.strength)
