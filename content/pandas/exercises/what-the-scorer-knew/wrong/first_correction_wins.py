# caught by: corrected in the same instant
# Duplicates of applicant and time are dropped, and drop_duplicates keeps the first row by default.
import pandas as pd


def scores(applications, bureau):
    asked = applications.assign(label=applications.index).sort_values("decided_at")
    known = bureau.drop_duplicates(["applicant", "published_at"]).sort_values("published_at")
    joined = pd.merge_asof(asked, known, left_on="decided_at", right_on="published_at", by="applicant",
                           allow_exact_matches=False, tolerance=pd.Timedelta(days=90))
    return joined.set_index("label")["score"].reindex(applications.index)
