# caught by: twenty-four other banks
# finds the delay and takes the unit for granted: the order of the scores hardly suffers, the probabilities are ruined
import numpy as np
from world import window


def features(payments, served):
    rows, count = served["payment"], served["count"].to_numpy()
    lag = min(range(9), key=lambda hours: np.abs(window(payments, hours).loc[rows, "count"].to_numpy() - np.maximum(count, 0)).sum())
    return window(payments, lag)
