import numpy as np
import pandas as pd
from world import CHANGES, CORRUPTIONS, History


class Contract:
    def __init__(self, history):
        """Learns from `history`, a table of six good weeks, what a good day looks like."""

    def violations(self, batch):
        """What is wrong with the batch of the next day: a list of texts, empty if it may be published."""
        return []
