# caught by: twenty-four other banks
# makes the averages agree instead of the values: a delay has the same average as none
import numpy as np
from world import window


def features(payments, served):
    table = window(payments, 0)
    sample = table.loc[served["payment"]]
    table["count"] *= served["count"].mean() / sample["count"].mean()
    table["spent"] *= served["spent"].mean() / sample["spent"].mean()
    return table
