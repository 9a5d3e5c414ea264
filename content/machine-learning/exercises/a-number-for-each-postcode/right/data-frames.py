import pandas as pd


class PostcodeLateness:
    def __init__(self, strength):
        self.k = strength
        self.lookup = None

    def _table(self, frame):
        overall = frame["minutes"].mean()
        stats = frame.groupby("postcode")["minutes"].agg(["sum", "count"])
        return (stats["sum"] + self.k * overall) / (stats["count"] + self.k), overall

    def fit_transform(self, postcodes, minutes, folds):
        frame = pd.DataFrame({"postcode": postcodes, "minutes": minutes, "fold": folds})
        if frame["fold"].nunique() < 2:
            raise ValueError("two folds at least")
        pieces = []
        for fold, own in frame.groupby("fold"):
            table, overall = self._table(frame[frame["fold"] != fold])
            pieces.append(own["postcode"].map(table).fillna(overall))
        self.lookup = self._table(frame)
        return pd.concat(pieces).sort_index().to_numpy(dtype=float)

    def transform(self, postcodes):
        if self.lookup is None:
            raise RuntimeError("not fitted")
        table, overall = self.lookup
        return pd.Series(postcodes).map(table).fillna(overall).to_numpy(dtype=float)
