# caught by: an opinion that was withdrawn
# Missing values look like dirt, so they are cleaned away first, and an older score comes back.
import pandas as pd


def scores(applications, bureau):
    asked = applications.assign(label=applications.index).sort_values("decided_at")
    known = bureau.dropna(subset="score").sort_values("published_at", kind="stable")
    joined = pd.merge_asof(asked, known, left_on="decided_at", right_on="published_at", by="applicant",
                           allow_exact_matches=False, tolerance=pd.Timedelta(days=90))
    return joined.set_index("label")["score"].reindex(applications.index)
