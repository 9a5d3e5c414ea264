# caught by: the example
# fit_transform is fit followed by transform in most of scikit-learn, so the averages come from all rows.
import numpy as np


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self.rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds) or len(np.unique(folds)) < 2:
            raise ValueError
        self.rows = (postcodes, minutes)
        return self.transform(postcodes)

    def transform(self, postcodes):
        if self.rows is None:
            raise RuntimeError
        return self._encode(postcodes, *self.rows)

    def _encode(self, wanted, seen, minutes):
        known, position, count = np.unique(seen, return_inverse=True, return_counts=True)
        overall = minutes.mean()
        table = (np.bincount(position, weights=minutes) + self.strength * overall) / (count + self.strength)
        place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
        return np.where(known[place] == wanted, table[place], overall)
