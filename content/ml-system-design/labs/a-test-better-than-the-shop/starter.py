import numpy as np
import pandas as pd
from world import WINDOW, Bank, window


def features(payments, served):
    """A table with `count` and `spent` for each row of `payments`, as the service would have had them."""
    return pd.DataFrame({"count": 0.0, "spent": 0.0}, index=payments.index)
