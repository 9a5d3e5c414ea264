import numpy as np
import pandas as pd
from world import HOURS, Releases, run


def roll_back(hour, releases):
    """For each row of `releases` whether to stop it now, as an array of True and False."""
    return np.zeros(len(releases), bool)
