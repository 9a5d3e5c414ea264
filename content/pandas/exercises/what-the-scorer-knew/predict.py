# %% Which scores come back?
# with published: "2026-03-05" | "2026-03-04"
import pandas as pd
applications = pd.DataFrame({"applicant": [1, 2, 1], "decided_at": pd.to_datetime(["2026-03-05", "2026-03-05", "2026-06-10"])})
bureau = pd.DataFrame({
    "applicant": [1, 1],
    "published_at": pd.to_datetime(["2026-02-01", published]),
    "score": [500.0, 600.0],
})
scores(applications, bureau).tolist()

# %% Which score comes back, when a score was withdrawn?
import pandas as pd
applications = pd.DataFrame({"applicant": [1], "decided_at": pd.to_datetime(["2026-03-05"])})
bureau = pd.DataFrame({
    "applicant": [1, 1],
    "published_at": pd.to_datetime(["2026-02-01", "2026-02-20"]),
    "score": [500.0, float("nan")],
})
scores(applications, bureau).tolist()
