# caught by: drawn histories
# "The score around the decision" is read as the nearest one, which may lie in the future.
import pandas as pd


def scores(applications, bureau):
    asked = applications.assign(label=applications.index).sort_values("decided_at")
    known = bureau.sort_values("published_at", kind="stable")
    joined = pd.merge_asof(asked, known, left_on="decided_at", right_on="published_at", by="applicant",
                           direction="nearest", allow_exact_matches=False, tolerance=pd.Timedelta(days=90))
    return joined.set_index("label")["score"].reindex(applications.index)
