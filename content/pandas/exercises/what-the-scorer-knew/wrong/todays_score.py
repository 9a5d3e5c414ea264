# caught by: the example
# The current score of each applicant is one simple lookup, and the leak does not show in the code.
import pandas as pd


def scores(applications, bureau):
    latest = bureau.sort_values("published_at", kind="stable").drop_duplicates("applicant", keep="last")
    found = applications["applicant"].map(latest.set_index("applicant")["score"])
    return found.astype("float64").rename("score")
