"""Payments by card, some of them fraud, and a service that computes two features in its own way.

`Bank(rng)` is one bank with its truth: five weeks of payments, of which four are history. `bank.judge(features)` trains the bank's model
on a table of features for the history, and lets it serve the fifth week with the features that the service really has.
"""
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

CARDS = 200
DAYS, HISTORY = 35, 28
WINDOW = 24.0  # hours


class Bank:
    """`payments` and `served` are what an engineer has. How the service computes, and what is fraud, is the truth."""

    def __init__(self, rng):
        counts = rng.poisson(1.3 * DAYS, CARDS)
        card = np.repeat(np.arange(CARDS), counts)
        at = rng.uniform(0, 24 * DAYS, len(card))
        amount = np.exp(rng.normal(3.2, 0.8, len(card)))
        fraud = np.zeros(len(card), bool)
        # A thief uses a card some times within a few hours, and often with larger amounts.
        thefts = 130
        uses = rng.integers(4, 10, thefts)
        thief_card = np.repeat(rng.integers(0, CARDS, thefts), uses)
        thief_at = np.repeat(rng.uniform(0, 24 * DAYS - 12, thefts), uses) + rng.uniform(0, 10, uses.sum())
        card, at = np.append(card, thief_card), np.append(at, thief_at)
        amount, fraud = np.append(amount, np.exp(rng.normal(4.0, 0.8, uses.sum()))), np.append(fraud, np.ones(uses.sum(), bool))
        order = np.argsort(at)
        table = pd.DataFrame({"card": card[order], "at": at[order], "amount": amount[order].round(2)})
        self.fraud = fraud[order]

        # The service knows payments some hours late, counts money in euros or in cents, and has its own word for "nothing".
        self.lag = int(rng.integers(1, 7))
        self.unit = float(rng.choice([1, 100]))
        self.nothing = float(rng.choice([0, -1]))
        known = window(table, self.lag)
        known["spent"] *= self.unit
        known[known["count"] == 0] = self.nothing
        self.past = (table["at"] < 24 * HISTORY).to_numpy()
        self.new, self.known = table[~self.past], known
        self.payments = table[self.past].copy()
        # For some payments of the last week the service has logged what it used.
        logged = np.flatnonzero(self.past & (table["at"] > 24 * (HISTORY - 7)) & (rng.random(len(table)) < 0.1))
        self.served = known.iloc[logged].assign(payment=logged)[["payment", "count", "spent"]].reset_index(drop=True)

    def judge(self, features):
        """AUC in the last week of history, as a test would show it; AUC and log-loss in the week after, as it really was."""
        early = self.payments["at"].to_numpy() < 24 * (HISTORY - 7)
        label = self.fraud[self.past]
        test = trained(features[early], self.payments[early], label[early])(features[~early], self.payments[~early])
        live = trained(features, self.payments, label)(self.known[~self.past], self.new)
        truth = self.fraud[~self.past]
        return roc_auc_score(label[~early], test), roc_auc_score(truth, live), log_loss(truth, live)


def window(payments, lag):
    """Number and sum of the card's payments in the 24 hours that end `lag` hours before each payment; not counting itself."""
    count, spent = np.zeros(len(payments)), np.zeros(len(payments))
    at, amount = payments["at"].to_numpy(), payments["amount"].to_numpy()
    for rows in payments.groupby("card").indices.values():
        times, total = at[rows], np.append(0, np.cumsum(amount[rows]))
        first = np.searchsorted(times, times - lag - WINDOW)
        last = np.searchsorted(times, times - lag)
        count[rows], spent[rows] = last - first, total[last] - total[first]
    return pd.DataFrame({"count": count, "spent": spent}, index=payments.index)


def trained(features, payments, label):
    """The bank's model: a logistic regression, fitted once a week."""

    def columns(table, own):
        count, spent = table["count"].to_numpy(), table["spent"].to_numpy()
        return np.column_stack([count, count < 1, np.log1p(np.maximum(spent, 0)), np.log(own["amount"])])

    training = columns(features, payments)
    middle, spread = training.mean(axis=0), training.std(axis=0) + 1e-9
    model = LogisticRegression(max_iter=200).fit((training - middle) / spread, label)
    return lambda table, own: model.predict_proba((columns(table, own) - middle) / spread)[:, 1]
