import pandas as pd


def digest_quality(log):
    """How well `score` puts opened headlines before unopened ones within a reader, averaged over readers."""
    rows = pd.DataFrame({
        "reader": log["reader"],
        "opened": log["opened"].astype(int),
        # Ties get the mean of their places: that is what counts an equal score as one half.
        "place": log.groupby("reader")["score"].rank(method="average"),
    })
    # Only opened rows may add their place; a product needs no filter and keeps all readers in the result.
    rows["opened_place"] = rows["place"] * rows["opened"]
    reader = rows.groupby("reader").agg(
        mailed=("opened", "size"), opened=("opened", "sum"), places=("opened_place", "sum")
    )
    unopened = reader["mailed"] - reader["opened"]
    reader = reader[(reader["opened"] > 0) & (unopened > 0)]
    if reader.empty:
        return float("nan")
    # Places of the opened rows, minus what they would be if the opened rows stood at the very bottom.
    won = reader["places"] - reader["opened"] * (reader["opened"] + 1) / 2
    figure = won / (reader["opened"] * unopened[reader.index])
    return float((figure * reader["mailed"]).sum() / reader["mailed"].sum())
