import numpy as np
from scipy.stats import norm
from world import HOURS

ALWAYS = 0.01  # chance that the guardrail ever stops a harmless release, however often it looks
AT_THE_END = 0.05
LIKELY = 0.005  # differences of the rates that the guardrail is made for: a tenth of it


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    pooled = (releases["new_orders"] + releases["old_orders"]) / (releases["new_users"] + releases["old_users"])
    variance = (pooled * (1 - pooled) * (1 / releases["new_users"] + 1 / releases["old_users"])).to_numpy()
    difference = (new - old).to_numpy()

    # Likelihood of a difference drawn from N(0, LIKELY²) over that of none. Where there is none, it ever reaches 1/a with
    # probability a at most, so that looking each hour costs nothing (Ville's inequality).
    both = variance + LIKELY**2
    ratio = np.sqrt(variance / both) * np.exp(LIKELY**2 * difference**2 / (2 * variance * both))
    guard = (difference < 0) & (ratio >= 1 / ALWAYS)

    # A small harm needs all the users that there will be, and a single look.
    judged = difference / np.sqrt(variance) < norm.ppf(AT_THE_END)
    return guard | judged if hour == HOURS else guard
