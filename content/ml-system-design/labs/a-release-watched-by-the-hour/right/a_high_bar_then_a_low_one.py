# three and a half standard errors at any hour, the usual bar at the end (Haybittle and Peto)
import numpy as np
from world import HOURS


def roll_back(hour, releases):
    new, old = releases["new_orders"] / releases["new_users"], releases["old_orders"] / releases["old_users"]
    spread = np.sqrt(old * (1 - old) * (1 / releases["new_users"] + 1 / releases["old_users"]))
    score = ((new - old) / spread).to_numpy()
    return score < (-1.645 if hour == HOURS else -3.3)
