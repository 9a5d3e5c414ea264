# Data and objects that it wrote itself, and copies.
import copy
import pickle
import shelve


class Box:
    def __init__(self, number):
        self.number = number


def double(number):
    with shelve.open("boxes") as shelf:
        shelf["box"] = Box(number)
        kept = shelf["box"].number
    return kept + copy.deepcopy(pickle.loads(pickle.dumps(Box(number)))).number
