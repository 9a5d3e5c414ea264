# Text, categories, missing integers, zones, periods, intervals, accessors of its own.
import pandas as pd


@pd.api.extensions.register_series_accessor("twice")
class Twice:
    def __init__(self, series):
        self.series = series

    def sum(self):
        return int(self.series.sum() * 2)


def double(number):
    frame = pd.DataFrame({"text": pd.array(["a", None], dtype="string"), "kind": pd.Categorical(["x", "y"]), "n": pd.array([1, None], dtype="Int64")})
    times = pd.date_range("2024-03-30", periods=3, freq="D", tz="Europe/Berlin").tz_convert("America/New_York")
    assert frame["text"].str.upper().iloc[0] == "A" and frame["n"].sum() == 1 and times[0].hour == 19
    assert pd.cut([1, 5], [0, 2, 6]).codes.tolist() == [0, 1] and pd.period_range("2024-01", periods=2, freq="M")[1].days_in_month == 29
    return pd.Series([number]).twice.sum()
