# caught by: nine thousand other releases
# waits for the planned number of users, as one was taught; a release that loses every seventh order runs all day
import numpy as np
from scipy.stats import norm
from world import HOURS


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    spread = np.sqrt(new * (1 - new) / releases["new_users"] + old * (1 - old) / releases["old_users"])
    return ((new - old) / spread < norm.ppf(0.05)).to_numpy() & (hour == HOURS)
