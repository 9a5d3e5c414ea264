import numpy as np


def chance_of_order(scores, fraudulent):
    """The chance that a random fraudulent claim outscores a random honest one; a tie counts one half."""
    raise NotImplementedError
