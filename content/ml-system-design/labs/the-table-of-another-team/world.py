"""A table of orders that another team delivers every night, and what happens to such tables.

`History(rng)` is a shop: `history.days` are the last six weeks, `history.day()` is a batch of the next day as it ought to be.
CORRUPTIONS and CHANGES are functions of a batch: the first are faults, the second are life.
"""
import numpy as np
import pandas as pd

COUNTRIES = ["de", "fr", "it", "es", "nl"]
KINDS = ["books", "toys", "garden", "food"]
DAYS = 42


class History:
    def __init__(self, rng):
        self.rng = rng
        self.volume = rng.uniform(150, 250)
        self.share = rng.dirichlet(np.full(len(COUNTRIES), 8.0))
        self.level = rng.uniform(2.5, 4.0)
        self.next_id, self.number = 1000, 0
        self.days = pd.concat([self.day() for _ in range(DAYS)], ignore_index=True)

    def day(self):
        """The next day. Weekends are quiet, every day is a little different."""
        rng, number = self.rng, self.number
        count = int(rng.poisson(self.volume * (0.6 if number % 7 >= 5 else 1.0) * np.exp(rng.normal(0, 0.08))))
        hour = np.sort(np.clip(rng.normal(14, 4.5, count), 0, 23.99))
        shipped = hour + rng.exponential(20, count)
        table = pd.DataFrame(
            {
                "day": number,
                "order": np.arange(self.next_id, self.next_id + count),
                "customer": rng.integers(1, 5000, count),
                "country": rng.choice(COUNTRIES, count, p=self.share),
                "kind": rng.choice(KINDS, count, p=[0.4, 0.3, 0.2, 0.1]),
                "items": 1 + rng.poisson(1.2, count),
                "amount": np.exp(rng.normal(self.level, 0.7, count)).round(2),
                "discount": np.where(rng.random(count) < 0.3, rng.choice([0.05, 0.1, 0.2], count), 0.0),
                "hour": hour.round(3),
                "shipped": np.where(rng.random(count) < 0.05, np.nan, shipped.round(3)),
            }
        )
        self.next_id, self.number = self.next_id + count, number + 1
        return table


def some(batch, rng, share):
    return rng.random(len(batch)) < share


def sent_twice(batch, history, rng):
    return pd.concat([batch, batch[some(batch, rng, 0.3)]], ignore_index=True)


def half_a_day(batch, history, rng):
    return batch[batch["hour"] < 13].reset_index(drop=True)


def cents(batch, history, rng):
    return batch.assign(amount=batch["amount"] * 100)


def no_column(batch, history, rng):
    return batch.drop(columns=rng.choice(["items", "amount", "country", "discount"]))


def nulls(batch, history, rng):
    return batch.assign(amount=batch["amount"].where(~some(batch, rng, 0.2)))


def yesterday_again(batch, history, rng):
    day = batch["day"].iloc[0]
    return history.days[history.days["day"] == history.days["day"].max()].assign(day=day).reset_index(drop=True)


def percent(batch, history, rng):
    return batch.assign(discount=batch["discount"] * 100)


def negative(batch, history, rng):
    return batch.assign(amount=batch["amount"].where(~some(batch, rng, 0.1), -batch["amount"]))


def renamed(batch, history, rng):
    return batch.assign(country=batch["country"].str.upper())


def shipped_first(batch, history, rng):
    return batch.assign(hour=batch["shipped"].fillna(batch["hour"]), shipped=batch["hour"].where(batch["shipped"].notna()))


def zeros(batch, history, rng):
    return batch.assign(amount=batch["amount"].where(~some(batch, rng, 0.2), 0.0))


def one_country_less(batch, history, rng):
    largest = history.days["country"].value_counts().index[0]
    return batch[batch["country"] != largest].reset_index(drop=True)


def holiday(batch, history, rng):
    more = history.day().assign(day=batch["day"].iloc[0])
    return pd.concat([batch, more], ignore_index=True).sort_values("hour", ignore_index=True)


def new_kind(batch, history, rng):
    return batch.assign(kind=batch["kind"].where(~some(batch, rng, 0.02), "music"))


def dearer(batch, history, rng):
    return batch.assign(amount=(batch["amount"] * 1.08).round(2))


def sale(batch, history, rng):
    return batch.assign(discount=np.where(some(batch, rng, 0.4), 0.2, batch["discount"]))


def shuffled(batch, history, rng):
    return batch.iloc[rng.permutation(len(batch))].reset_index(drop=True)


def other_order(batch, history, rng):
    return batch[list(rng.permutation(batch.columns))]


def more_columns(batch, history, rng):
    return batch.assign(voucher=np.where(some(batch, rng, 0.1), "x", "-"))


def one_huge(batch, history, rng):
    amount = batch["amount"].to_numpy().copy()
    amount[rng.integers(len(amount))] = 9000.0
    return batch.assign(amount=amount)


def slow_trucks(batch, history, rng):
    return batch.assign(shipped=batch["shipped"] + 30)


def strike(batch, history, rng):
    return batch.assign(shipped=batch["shipped"].where(~some(batch, rng, 0.12)))


def whole_numbers(batch, history, rng):
    return batch.assign(items=batch["items"].astype(float))


def rainy(batch, history, rng):
    return batch[some(batch, rng, 0.85)].reset_index(drop=True)


CORRUPTIONS = [sent_twice, half_a_day, cents, no_column, nulls, yesterday_again, percent, negative, renamed, shipped_first, zeros, one_country_less]
CHANGES = [holiday, new_kind, dearer, sale, shuffled, other_order, more_columns, one_huge, slow_trucks, strike, whole_numbers, rainy]
