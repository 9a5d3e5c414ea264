import numpy as np
import pandas as pd


def digest_quality(log):
    if len(log) == 0:
        return np.nan
    reader, _ = pd.factorize(log["reader"])
    score = log["score"].to_numpy()
    opened = log["opened"].to_numpy().astype(float)
    order = np.lexsort((score, reader))
    reader, score, opened = reader[order], score[order], opened[order]

    # Runs of equal (reader, score) share one place: a run's unopened rows below it, plus half of its own.
    new_run = np.r_[True, (reader[1:] != reader[:-1]) | (score[1:] != score[:-1])]
    run = np.cumsum(new_run) - 1
    run_reader = reader[new_run]
    run_opened, run_closed = np.bincount(run, opened), np.bincount(run, 1 - opened)

    total_opened, total_closed = np.bincount(reader, opened), np.bincount(reader, 1 - opened)
    closed_before_reader = np.cumsum(total_closed) - total_closed
    closed_below = np.cumsum(run_closed) - run_closed - closed_before_reader[run_reader]
    won = np.bincount(run_reader, run_opened * (closed_below + run_closed / 2))

    both = (total_opened > 0) & (total_closed > 0)
    if not both.any():
        return np.nan
    figure = won[both] / (total_opened * total_closed)[both]
    return float(np.average(figure, weights=(total_opened + total_closed)[both]))
