"""Checks for quotes-that-age. The oracle keeps a list in order of use and walks over it."""
from onsite import check, equal, raises, require


class Shop:
    """A clock that stands still until it is moved, and a supplier that counts."""

    def __init__(self, quotes=None, takes=0):
        self.now, self.readings, self.asked = 0, 0, []
        self.quotes, self.takes, self.closed = quotes, takes, False

    def clock(self):
        self.readings += 1
        return self.now

    def fetch(self, key):
        self.asked.append(key)
        if self.closed:
            raise ConnectionError(f"no answer about {key}")
        self.now += self.takes
        return f"{key} at {self.now}" if self.quotes is None else self.quotes[key]


class Expected:
    def __init__(self, ttl, capacity):
        self.ttl, self.capacity, self.entries = ttl, capacity, []  # (key, time fetched), latest use last

    def asks(self, key, now):
        """Whether a get has to ask; afterwards the entries are as they should be."""
        old = [entry for entry in self.entries if entry[0] == key]
        fresh = [entry for entry in old if now - entry[1] < self.ttl]
        self.entries = [entry for entry in self.entries if entry[0] != key] + (fresh or [(key, now)])
        self.entries = self.entries[-self.capacity :]
        return not fresh

    def forget(self, key):
        kept = [entry for entry in self.entries if entry[0] != key]
        known = len(kept) < len(self.entries)
        self.entries = kept
        return known


def made(learner, shop, ttl, capacity):
    return learner.remember(ttl, capacity, shop.clock)(shop.fetch)


def replay(learner, ttl, capacity, steps):
    """Follows steps (key, time), or ("forget", key), and compares who was asked."""
    shop, expected = Shop(), Expected(ttl, capacity)
    get = made(learner, shop, ttl, capacity)
    for number, (first, second) in enumerate(steps, 1):
        before = len(shop.asked)
        if first == "forget":
            equal(get.forget(second), expected.forget(second))
            continue
        shop.now = second
        get(first)
        asked = shop.asked[before:]
        wanted = [first] if expected.asks(first, second) else []
        require(asked == wanted, f"step {number}, get({first!r}) at {second}: expected fetches {wanted}, got {asked}")


@check("the example", visible=True, category="example")
def example(learner):
    replay(learner, 10, 2, [("a", 0), ("b", 1), ("a", 9), ("c", 9), ("b", 9), ("c", 9), ("a", 10)])


@check("what comes back", visible=True)
def results(learner):
    shop = Shop()
    get = learner.remember(ttl=60, capacity=5, clock=shop.clock)(shop.fetch)
    equal(get("tea"), "tea at 0")
    shop.now = 59
    equal(get("tea"), "tea at 0")
    shop.now = 60
    equal(get("tea"), "tea at 60")
    equal(get(("tea", 2)), "('tea', 2) at 60")
    equal(shop.asked, ["tea", "tea", ("tea", 2)])


@check("the moment a quote is too old", category="edge")
def boundary(learner):
    replay(learner, 10, 3, [("a", 5), ("a", 14.999), ("a", 15), ("a", 24), ("a", 25), ("a", 90)])


@check("reading does not make it younger", category="edge")
def not_renewed(learner):
    replay(learner, 10, 3, [("a", 0), ("a", 6), ("a", 9), ("a", 12), ("a", 21), ("a", 22)])


@check("quotes that look empty", category="edge")
def empty_quotes(learner):
    shop = Shop(quotes={"none": None, "zero": 0, "text": "", "false": False, "list": []})
    get = made(learner, shop, 10, 9)
    for key, quote in shop.quotes.items():
        equal(get(key), quote)
        equal(get(key), quote)
    equal(shop.asked, list(shop.quotes))
    equal([get.forget(key) for key in shop.quotes], [True] * 5)


@check("which key has to go")
def oldest_use(learner):
    replay(learner, 100, 3, [("a", 0), ("b", 1), ("c", 2), ("a", 3), ("d", 4), ("a", 5), ("c", 6), ("b", 7), ("a", 8), ("d", 9)])


@check("an expired key comes back", category="edge")
def expired_returns(learner):
    replay(learner, 10, 2, [("a", 0), ("b", 5), ("a", 6), ("a", 11), ("b", 12), ("a", 13)])
    replay(learner, 10, 2, [("a", 0), ("b", 8), ("a", 15), ("b", 16), ("c", 17), ("b", 17)])


@check("room for one", category="edge")
def one(learner):
    replay(learner, 10, 1, [("a", 0), ("a", 1), ("b", 2), ("a", 3), ("a", 4), ("forget", "b"), ("forget", "a"), ("a", 5)])


@check("forgetting", category="behaviour")
def forgetting(learner):
    steps = [("forget", "a"), ("a", 0), ("forget", "a"), ("forget", "a"), ("a", 1), ("b", 1), ("forget", "a"), ("c", 1), ("b", 2)]
    replay(learner, 10, 2, steps)


@check("a supplier that takes its time", category="behaviour")
def slow_supplier(learner):
    shop = Shop(takes=7)
    get = made(learner, shop, 10, 2)
    for moment in (0, 9, 10):
        shop.now = moment
        get("a")
    equal(shop.asked, ["a", "a"])
    equal(shop.readings, 3)


@check("a supplier that does not answer", category="state")
def failing(learner):
    shop = Shop()
    get = made(learner, shop, 10, 2)
    get("a"), get("b")
    shop.closed = True
    for key in ("c", "c"):
        with raises("ConnectionError", match="no answer about c"):
            get(key)
    equal([get("a"), get("b")], ["a at 0", "b at 0"])
    shop.now = 10
    with raises("ConnectionError"):
        get("a")
    shop.closed = False
    equal(get("a"), "a at 10")
    equal(shop.asked, ["a", "b", "c", "c", "a", "a"])


@check("how often the clock is read", category="behaviour")
def clock_readings(learner):
    shop = Shop()
    get = made(learner, shop, 10, 1)
    for key in ("a", "a", "b", "a"):
        get(key)
    get.forget("a")
    equal(shop.readings, 4)


@check("two functions, one decorator", category="state")
def two_functions(learner):
    first, second = Shop(quotes={"a": 1}), Shop(quotes={"a": 2})
    ask_once = learner.remember(10, 2, lambda: 0)
    one, two = ask_once(first.fetch), ask_once(second.fetch)
    equal([one("a"), two("a"), one("a"), two("a")], [1, 2, 1, 2])
    equal([one.forget("a"), two("a")], [True, 2])
    equal((first.asked, second.asked), (["a"], ["a"]))


@check("bad limits", category="edge")
def bad_limits(learner):
    for ttl, capacity in [(0, 1), (-1, 1), (1, 0), (1, -3)]:
        with raises("ValueError"):
            learner.remember(ttl, capacity, lambda: 0)
    replay(learner, 0.5, 1, [("a", 0), ("a", 0.25), ("a", 0.5)])


@check("drawn requests")
def drawn(learner, rng):
    for capacity in (1, 3, 5):
        now, steps = 0, []
        for _ in range(60):
            now += rng.choice([0, 0, 1, 2, 5])
            key = rng.choice("abcdefg")
            steps.append(("forget", key) if rng.random() < 0.1 else (key, now))
        replay(learner, 12, capacity, steps)
