import pandas as pd


def scores(applications: pd.DataFrame, bureau: pd.DataFrame) -> pd.Series:
    # The join needs both sides sorted by time (not by applicant and time) and forgets the
    # index: the label travels along as a column, as it will be needed to find the way back.
    asked = applications.assign(label=applications.index).sort_values("decided_at")

    # Stable: of several rows of the same instant the last in the file stays last, and is taken.
    known = bureau.sort_values("published_at", kind="stable")

    joined = pd.merge_asof(
        asked,
        known,
        left_on="decided_at",
        right_on="published_at",
        by="applicant",
        allow_exact_matches=False,  # strictly before
        tolerance=pd.Timedelta(days=90),  # both ends exact: 90 days is still good
    )
    # A withdrawn score is a row whose score is NaN; it was joined like any other.
    return joined.set_index("label")["score"].reindex(applications.index).rename("score")
