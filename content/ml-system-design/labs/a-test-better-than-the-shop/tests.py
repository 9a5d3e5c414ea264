"""Checks for a-test-better-than-the-shop: a model is trained on the features and serves a week with those of the service."""
import numpy as np
import pandas as pd
from onsite import check, measure, require
from world import Bank


def judged(learner, rng, worlds):
    gaps, losses, aucs = [], [], []
    for _ in range(worlds):
        bank = Bank(rng)
        table = learner.features(bank.payments, bank.served)
        require(isinstance(table, pd.DataFrame) and {"count", "spent"} <= set(table.columns), "expected a table with the columns count and spent")
        require(list(table.index) == list(bank.payments.index), "expected a row for each payment, in order, with its index")
        require(bool(np.isfinite(table[["count", "spent"]].to_numpy(float)).all()), "expected a number in every cell")
        offline, online, loss = bank.judge(table)
        _, _, best = bank.judge(bank.known[bank.past])
        gaps.append(offline - online)
        losses.append(min(loss / best, 3.0))
        aucs.append(online)
    return gaps, losses, aucs


@check("six banks", visible=True)
def few(learner, rng):
    _, losses, _ = judged(learner, rng, 6)
    measure("log-loss in the shop ÷ that of served features", losses, most=1.1)


@check("twenty-four other banks")
def many(learner, rng):
    gaps, losses, _ = judged(learner, rng, 24)
    measure("AUC of the test beyond that in the shop", gaps, most=0.06)
    measure("log-loss in the shop ÷ that of served features", losses, most=1.02)
