# caught by: nine thousand other releases
# the usual test at 5 %, looked at each hour: it has 24 chances to be wrong
import numpy as np
from scipy.stats import norm


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    spread = np.sqrt(new * (1 - new) / releases["new_users"] + old * (1 - old) / releases["old_users"])
    return ((new - old) / spread < norm.ppf(0.05)).to_numpy()
