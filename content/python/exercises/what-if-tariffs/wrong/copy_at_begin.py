# caught by: many products, many drafts
# Three lines of code: copy everything at begin, put it back at rollback. The size of the store is paid for each draft.
class Tariffs:
    def __init__(self, initial):
        self.rates = dict(initial)
        self.saved = []

    def set(self, product, rate):
        self.rates[product] = rate

    def get(self, product):
        return self.rates[product]

    def remove(self, product):
        del self.rates[product]

    def count(self, rate):
        return list(self.rates.values()).count(rate)

    def __len__(self):
        return len(self.rates)

    def __contains__(self, product):
        return product in self.rates

    def begin(self):
        self.saved.append(dict(self.rates))

    def commit(self):
        if not self.saved:
            raise RuntimeError("no draft is open")
        self.saved.pop()

    def rollback(self):
        if not self.saved:
            raise RuntimeError("no draft is open")
        self.rates = self.saved.pop()
