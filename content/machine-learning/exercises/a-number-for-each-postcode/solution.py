import numpy as np


class PostcodeLateness:
    def __init__(self, strength):
        self.strength = strength
        self._training_rows = None

    def fit_transform(self, postcodes, minutes, folds):
        if not len(postcodes) == len(minutes) == len(folds):
            raise ValueError("postcodes, minutes and folds differ in length")
        labels = np.unique(folds)
        if labels.size < 2:
            raise ValueError("with fewer than two folds no row may look at any other")
        numbers = np.empty(len(postcodes))  # float, also when the minutes are integers
        for label in labels:
            inside = folds == label
            # Everything the formula needs, the overall mean included, comes from outside the fold.
            numbers[inside] = self._encode(postcodes[inside], postcodes[~inside], minutes[~inside])
        # New parcels belong to no fold, so they may look at every training row.
        self._training_rows = (postcodes.copy(), minutes.copy())
        return numbers

    def transform(self, postcodes):
        if self._training_rows is None:
            raise RuntimeError("call fit_transform first")
        return self._encode(postcodes, *self._training_rows)

    def _encode(self, wanted, seen, minutes):
        known, position, count = np.unique(seen, return_inverse=True, return_counts=True)
        total = np.bincount(position, weights=minutes)
        overall = minutes.mean()
        table = (total + self.strength * overall) / (count + self.strength)
        # searchsorted gives a place for unknown postcodes too; compare before trusting it.
        place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
        return np.where(known[place] == wanted, table[place], overall)
