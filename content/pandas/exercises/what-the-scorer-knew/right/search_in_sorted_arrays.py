import numpy as np
import pandas as pd


def scores(applications, bureau):
    limit = np.timedelta64(90, "D")
    known = {
        applicant: (rows["published_at"].to_numpy(), rows["score"].to_numpy())
        for applicant, rows in bureau.sort_values("published_at", kind="stable").groupby("applicant")
    }
    result = np.full(len(applications), np.nan)
    for position, (applicant, when) in enumerate(
        zip(applications["applicant"], applications["decided_at"].to_numpy())
    ):
        if applicant not in known:
            continue
        times, values = known[applicant]
        last = np.searchsorted(times, when, side="left") - 1
        if last >= 0 and when - times[last] <= limit:
            result[position] = values[last]
    return pd.Series(result, index=applications.index, name="score")
