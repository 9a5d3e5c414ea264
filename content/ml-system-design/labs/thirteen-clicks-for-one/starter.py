import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from world import FEATURES, SURFACES, draw, logged


def click_rates(log, impressions):
    """For each row of `impressions` the probability that it is clicked, as an array of floats."""
    return np.full(len(impressions), log["clicked"].mean())
