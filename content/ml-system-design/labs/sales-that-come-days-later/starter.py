import numpy as np
import pandas as pd
from world import draw, seen  # to try things: seen(draw(np.random.default_rng(1)), now=40)


def tomorrows_rate(clicks, now):
    """The share of the next day's clicks that will become sales, sooner or later."""
    return clicks["sold"].notna().mean()
