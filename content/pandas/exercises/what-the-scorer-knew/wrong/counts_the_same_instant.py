# caught by: published at the very moment of the decision
# merge_asof allows exact matches unless told otherwise, and nothing in ordinary data shows it.
import pandas as pd


def scores(applications, bureau):
    asked = applications.assign(label=applications.index).sort_values("decided_at")
    known = bureau.sort_values("published_at", kind="stable")
    joined = pd.merge_asof(asked, known, left_on="decided_at", right_on="published_at", by="applicant",
                           tolerance=pd.Timedelta(days=90))
    return joined.set_index("label")["score"].reindex(applications.index)
