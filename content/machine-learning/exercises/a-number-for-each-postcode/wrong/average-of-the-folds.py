# caught by: new parcels
# Having built a table for each fold, it seems natural to average them for new rows.
import numpy as np


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self.rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds) or len(np.unique(folds)) < 2:
            raise ValueError
        self.rows = []
        numbers = np.empty(len(postcodes))
        for fold in np.unique(folds):
            inside = folds == fold
            self.rows.append((postcodes[~inside], minutes[~inside]))
            numbers[inside] = self._encode(postcodes[inside], *self.rows[-1])
        return numbers

    def transform(self, postcodes):
        if self.rows is None:
            raise RuntimeError
        return np.mean([self._encode(postcodes, *rows) for rows in self.rows], axis=0)

    def _encode(self, wanted, seen, minutes, overall=None):
        known, position, count = np.unique(seen, return_inverse=True, return_counts=True)
        overall = minutes.mean() if overall is None else overall
        table = (np.bincount(position, weights=minutes) + self.strength * overall) / (count + self.strength)
        place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
        return np.where(known[place] == wanted, table[place], overall)
