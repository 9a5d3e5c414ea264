# caught by: whole minutes, odd folds
# Fold labels are usually 0, 1, 2, ... so the loop counts them instead of looking at them.
import numpy as np


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self.rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds) or len(np.unique(folds)) < 2:
            raise ValueError
        self.rows = (postcodes, minutes)
        numbers = np.zeros(len(postcodes))
        for fold in range(len(np.unique(folds))):
            inside = folds == fold
            if inside.any():
                numbers[inside] = self._encode(postcodes[inside], postcodes[~inside], minutes[~inside])
        return numbers

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
