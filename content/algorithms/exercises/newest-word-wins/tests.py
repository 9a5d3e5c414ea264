"""Checks for newest-word-wins."""
from itertools import count

from onsite import Counted, check, equal, require


def now(segments):
    """What a reader sees: write everything into a dictionary, oldest first."""
    state = {}
    for segment in reversed(segments):
        state.update(segment)
    return [(key, value) for key, value in sorted(state.items(), key=lambda pair: pair[0]) if value is not None]


def drained(reader):
    """Every pair, pulled one by one."""
    return [pair for pair in reader]


def draw(rng, count, length, words):
    keys = [f"w{i:04}" for i in range(words)]
    return [[(k, rng.choice([None, 0, 1, "x"])) for k in sorted(rng.sample(keys, rng.randint(0, length)))] for _ in range(count)]


@check("the example", visible=True, category="example")
def example(learner):
    new = [("b", None), ("d", 4)]
    old = [("a", 1), ("b", 2), ("c", 3), ("d", 0)]
    equal(drained(learner.read_merged(new, old)), [("a", 1), ("c", 3), ("d", 4)])


@check("nothing to read", visible=True, category="edge")
def nothing(learner):
    equal(drained(learner.read_merged()), [])
    equal(drained(learner.read_merged([], [])), [])
    equal(drained(learner.read_merged([], [("a", 1)], [])), [("a", 1)])


@check("drawn segments")
def drawn(learner, rng):
    for count, length, words in [(1, 5, 10), (2, 8, 10), (5, 12, 25), (12, 20, 60)]:
        segments = draw(rng, count, length, words)
        equal(drained(learner.read_merged(*segments)), now(segments))


@check("deleted and written again", category="edge")
def deleted(learner):
    segments = [[("k", 3)], [("k", None)], [("k", 1), ("m", 5)]]
    equal(drained(learner.read_merged(*segments)), [("k", 3), ("m", 5)])
    segments = [[("k", None)], [("k", 2)], [("k", None)], [("k", 1)]]
    equal(drained(learner.read_merged(*segments)), [])


@check("values of every kind", category="edge")
def kinds(learner):
    new = [("", 0), ("a", {"n": 1}), ("b", False), ("c", [])]
    old = [("", "old"), ("a", [1, 2]), ("b", {"n": 2}), ("c", 3.5), ("d", "")]
    equal(drained(learner.read_merged(new, old)), [("", 0), ("a", {"n": 1}), ("b", False), ("c", []), ("d", "")])


@check("read once", category="edge")
def once(learner):
    segments = [[("a", 1), ("c", 2)], [("b", 3), ("c", 4)]]
    equal(drained(learner.read_merged(*[Counted(segment) for segment in segments])), now(segments))


@check("no further than needed", category="behaviour")
def lazy(learner, rng):
    segments = draw(rng, 4, 30, 50)
    sources = [Counted(segment) for segment in segments]
    reader = learner.read_merged(*sources)
    require(all(source.pulled == 0 for source in sources), "nothing is read before the first pair is asked for")
    for key, _ in now(segments):
        got, _ = next(reader)
        equal(got, key)
        for source, segment in zip(sources, segments):
            allowed = sum(k <= key for k, _ in segment) + 1
            require(source.pulled <= allowed, f"at key {key!r}: {source.pulled} pairs read from a segment, {allowed} allowed")


@check("a segment without an end", category="behaviour")
def endless(learner):
    def numbers():
        for i in count():
            # An answer that reads everything first would pull for ever: stop it here.
            require(i < 100, "100 pairs were read from a segment to hand out 4")
            yield f"n{i:09}", i

    reader = learner.read_merged([("n000000001", "new"), ("n000000002", None)], Counted(numbers()))
    equal([next(reader) for _ in range(4)], [("n000000000", 0), ("n000000001", "new"), ("n000000003", 3), ("n000000004", 4)])


@check("two thousand segments", category="scale")
def many(learner):
    # Forty thousand deletions above two thousand small segments: one pair survives, but every key must be looked at.
    keys = [f"k{i:06}" for i in range(40_000)]
    segments = [[(key, None) for key in keys]] + [[(keys[20 * i], i), ("z", i)] for i in range(2_000)]
    equal(drained(learner.read_merged(*segments)), [("z", 0)])
