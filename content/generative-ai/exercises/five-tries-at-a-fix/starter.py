import numpy as np


def chance_of_repair(tries, repaired, ks):
    """Probability, for each report and each k, that k different recorded tries contain a repair."""
    raise NotImplementedError
