from collections import Counter

ABSENT = object()  # not None: None is a rate like any other


class Tariffs:
    def __init__(self, initial):
        self._rates = dict(initial)
        self._counts = Counter(self._rates.values())
        self._logs = []  # for each open draft: (product, rate before), in the order of the changes

    def set(self, product, rate):
        self._change(product, rate)

    def get(self, product):
        return self._rates[product]  # raises KeyError by itself

    def remove(self, product):
        if product not in self._rates:
            raise KeyError(product)
        self._change(product, ABSENT)

    def count(self, rate):
        return self._counts[rate]  # a Counter answers 0 without storing it

    def __len__(self):
        return len(self._rates)

    def __contains__(self, product):
        return product in self._rates

    def begin(self):
        self._logs.append([])

    def commit(self):
        log = self._close()
        if self._logs:  # the draft around it must be able to undo these, too
            self._logs[-1].extend(log)

    def rollback(self):
        # Backwards: of two changes of one product the first knows the rate from before the draft.
        for product, before in reversed(self._close()):
            self._apply(product, before)

    def _close(self):
        if not self._logs:
            raise RuntimeError("no draft is open")
        return self._logs.pop()

    def _change(self, product, rate):
        before = self._apply(product, rate)
        if self._logs:
            self._logs[-1].append((product, before))

    def _apply(self, product, rate):
        """The only place where anything changes. Returns what was there before."""
        before = self._rates.pop(product, ABSENT)
        if before is not ABSENT:
            self._counts[before] -= 1
        if rate is not ABSENT:
            self._rates[product] = rate
            self._counts[rate] += 1
        return before
