class Tariffs:
    """Each draft keeps, for a product that it changed, only the rate from before the draft: a list of none or one."""

    def __init__(self, initial):
        self.rates = {}
        self.products_of = {}
        self.drafts = []
        for product, rate in initial.items():
            self._put(product, [rate])

    def _put(self, product, slot):
        if product in self.rates:
            self.products_of[self.rates.pop(product)].discard(product)
        if slot:
            self.rates[product] = slot[0]
            self.products_of.setdefault(slot[0], set()).add(product)

    def _remember(self, product):
        if self.drafts:
            self.drafts[-1].setdefault(product, [self.rates[product]] if product in self.rates else [])

    def set(self, product, rate):
        hash(rate)
        self._remember(product)
        self._put(product, [rate])

    def get(self, product):
        if product not in self.rates:
            raise KeyError(f"{product} has no rate")
        return self.rates[product]

    def remove(self, product):
        self.get(product)
        self._remember(product)
        self._put(product, [])

    def count(self, rate):
        return len(self.products_of.get(rate, ()))

    def __len__(self):
        return len(self.rates)

    def __contains__(self, product):
        return product in self.rates

    def begin(self):
        self.drafts.append({})

    def _innermost(self):
        if not self.drafts:
            raise RuntimeError("there is no draft")
        return self.drafts.pop()

    def commit(self):
        inner = self._innermost()
        if self.drafts:
            outer = self.drafts[-1]
            for product, slot in inner.items():
                outer.setdefault(product, slot)

    def rollback(self):
        for product, slot in self._innermost().items():
            self._put(product, slot)
