from collections import OrderedDict


class Memory:
    def __init__(self, fetch, ttl, capacity, clock):
        self.fetch, self.ttl, self.capacity, self.clock = fetch, ttl, capacity, clock
        self.entries = OrderedDict()

    def __call__(self, key):
        now = self.clock()
        if key in self.entries:
            quote, born = self.entries[key]
            if now - born < self.ttl:
                self.entries.move_to_end(key)
                return quote
        quote = self.fetch(key)
        self.forget(key)
        if len(self.entries) == self.capacity:
            self.entries.popitem(last=False)
        self.entries[key] = (quote, now)
        return quote

    def forget(self, key):
        known = key in self.entries
        self.entries.pop(key, None)
        return known


def remember(ttl, capacity, clock):
    if ttl <= 0 or capacity < 1:
        raise ValueError("ttl must be positive and capacity at least 1")
    return lambda fetch: Memory(fetch, ttl, capacity, clock)
