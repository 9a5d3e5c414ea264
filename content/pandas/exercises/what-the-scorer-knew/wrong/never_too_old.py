# caught by: almost and just out of date
# The newest earlier row is found; that it may be years old is forgotten.
import pandas as pd


def scores(applications, bureau):
    asked = applications.assign(label=applications.index).sort_values("decided_at")
    known = bureau.sort_values("published_at", kind="stable")
    joined = pd.merge_asof(asked, known, left_on="decided_at", right_on="published_at", by="applicant",
                           allow_exact_matches=False)
    return joined.set_index("label")["score"].reindex(applications.index)
