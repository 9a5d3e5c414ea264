import numpy as np
import pandas as pd
from world import SEGMENTS, Night


def promote(recent, audited, frozen):
    """Whether the new model replaces the old one tonight."""
    return False
