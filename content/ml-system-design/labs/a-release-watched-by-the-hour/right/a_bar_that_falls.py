# a bar that falls with the square root of the time, so that little of the error is spent early (O'Brien and Fleming)
import numpy as np
from world import HOURS


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    spread = np.sqrt(old * (1 - old) * (1 / releases["new_users"] + 1 / releases["old_users"]))
    bar = min(1.78 * np.sqrt(HOURS / hour), 4.0)
    return ((new - old) / spread < -bar).to_numpy()
