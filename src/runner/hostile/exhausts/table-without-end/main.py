# A join of everything with everything.
import numpy as np
import pandas as pd


def double(number):
    left = pd.DataFrame({"key": np.zeros(50_000), "value": 1.0})
    return len(left.merge(left, on="key"))
