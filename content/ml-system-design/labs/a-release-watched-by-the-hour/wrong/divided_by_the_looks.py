# caught by: nine thousand other releases
# Bonferroni for 24 looks: safe and quick against large harm, and blind to a small one, also at the end
import numpy as np
from scipy.stats import norm
from world import HOURS


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    spread = np.sqrt(new * (1 - new) / releases["new_users"] + old * (1 - old) / releases["old_users"])
    return ((new - old) / spread < norm.ppf(0.05 / HOURS)).to_numpy()
