import numpy as np
import pandas as pd


def scores(applications, bureau):
    # Replay history: questions come before the facts of the same instant, facts in file order.
    events = [(t, 0, i, who) for i, (who, t) in enumerate(zip(applications["applicant"], applications["decided_at"]))]
    events += [(t, 1, i, who) for i, (who, t) in enumerate(zip(bureau["applicant"], bureau["published_at"]))]
    values = bureau["score"].to_numpy()
    limit = pd.Timedelta(days=90)
    state, result = {}, np.full(len(applications), np.nan)
    for when, kind, position, who in sorted(events):
        if kind == 1:
            state[who] = (when, values[position])
        elif who in state and when - state[who][0] <= limit:
            result[position] = state[who][1]
    return pd.Series(result, index=applications.index, name="score")
