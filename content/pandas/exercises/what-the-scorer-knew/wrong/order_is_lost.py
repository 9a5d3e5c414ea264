# caught by: applications out of order
# merge_asof wants sorted tables, so both are sorted; that the answers come back in that order is overlooked.
import pandas as pd


def scores(applications, bureau):
    joined = pd.merge_asof(
        applications.sort_values("decided_at"),
        bureau.sort_values("published_at", kind="stable"),
        left_on="decided_at",
        right_on="published_at",
        by="applicant",
        allow_exact_matches=False,
        tolerance=pd.Timedelta(days=90),
    )
    return pd.Series(joined["score"].to_numpy(), index=applications.index, name="score")
