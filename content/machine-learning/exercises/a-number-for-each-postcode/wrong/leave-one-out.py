# caught by: the example
# 'Without the row itself' is the leave-one-out mean, which still looks at the rest of the row's own fold.
import numpy as np


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self.rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds) or len(np.unique(folds)) < 2:
            raise ValueError
        self.rows = (postcodes, minutes)
        known, position, count = np.unique(postcodes, return_inverse=True, return_counts=True)
        total = np.bincount(position, weights=minutes)
        overall = (minutes.sum() - minutes) / (len(minutes) - 1)
        n, s = count[position] - 1, total[position] - minutes
        return np.where(n > 0, (s + self.strength * overall) / np.maximum(n + self.strength, 1e-300), overall)

    def transform(self, postcodes):
        if self.rows is None:
            raise RuntimeError
        return self._encode(postcodes, *self.rows)

    def _encode(self, wanted, seen, minutes, overall=None):
        known, position, count = np.unique(seen, return_inverse=True, return_counts=True)
        overall = minutes.mean() if overall is None else overall
        table = (np.bincount(position, weights=minutes) + self.strength * overall) / (count + self.strength)
        place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
        return np.where(known[place] == wanted, table[place], overall)
