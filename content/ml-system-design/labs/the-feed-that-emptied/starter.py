import numpy as np
import pandas as pd
from world import Market, days_of, play


def scores(articles, history):
    """A score for each article, as an array: each day those with the highest scores are shown."""
    return articles["click"].to_numpy()
