from collections import defaultdict
from functools import partial


class Tariffs:
    """One list of undo steps for everything, and a stack of marks in it."""

    def __init__(self, initial):
        self._rate = dict(initial)
        self._number = defaultdict(int)
        for rate in initial.values():
            self._number[rate] += 1
        self._undo, self._marks = [], []

    def _insert(self, product, rate):
        self._rate[product] = rate
        self._number[rate] += 1

    def _delete(self, product):
        self._number[self._rate.pop(product)] -= 1

    def _note(self, step):
        if self._marks:
            self._undo.append(step)

    def set(self, product, rate):
        if product in self._rate:
            self.remove(product)
        self._insert(product, rate)
        self._note(partial(self._delete, product))

    def get(self, product):
        return self._rate[product]

    def remove(self, product):
        old = self._rate[product]
        self._delete(product)
        self._note(partial(self._insert, product, old))

    def count(self, rate):
        return self._number.get(rate, 0)

    def __len__(self):
        return len(self._rate)

    def __contains__(self, product):
        return product in self._rate

    def begin(self):
        self._marks.append(len(self._undo))

    def commit(self):
        if not self._marks:
            raise RuntimeError("commit without begin")
        self._marks.pop()
        if not self._marks:
            self._undo.clear()

    def rollback(self):
        if not self._marks:
            raise RuntimeError("rollback without begin")
        mark = self._marks.pop()
        while len(self._undo) > mark:
            self._undo.pop()()
