"""Checks for gaps-in-the-batch."""
from onsite import check, equal, raises, with_arguments


def closed(tokens, labels, padding):
    """The dumb way: new lists."""
    real = [(t, label) for t, label in zip(tokens, labels) if t != padding]
    gap = len(tokens) - len(real)
    return len(real), [[t for t, _ in real] + [padding] * gap, [label for _, label in real] + [-100] * gap]


def judge(learner, tokens, labels, padding):
    count, lists = closed(tokens, labels, padding)
    result, (tokens_after, labels_after, _) = with_arguments(learner.close_gaps, tokens, labels, padding)
    equal(result, count)
    equal([tokens_after, labels_after], lists)


@check("the example", visible=True, category="example")
def example(learner):
    result, after = with_arguments(learner.close_gaps, [5, 0, 7, 0, 0, 9], [1, 2, -100, 4, 5, 6], 0)
    equal(result, 3)
    equal(after[0], [5, 7, 9, 0, 0, 0])
    equal(after[1], [1, -100, 6, -100, -100, -100])


@check("no holes, only holes, nothing at all", visible=True, category="edge")
def extremes(learner):
    judge(learner, [4, 8, 8], [1, 2, 3], 0)
    judge(learner, [0, 0], [1, 2], 0)
    judge(learner, [], [], 0)


@check("drawn batches", category="state")
def drawn(learner, rng):
    for size in (1, 2, 5, 30, 200):
        tokens = [rng.choice([0, 0, 1, 2, 3, 4]) for _ in range(size)]
        labels = [rng.choice([-100, 0, 7, 8, 9]) for _ in range(size)]
        judge(learner, tokens, labels, 0)


@check("holes side by side", category="edge")
def runs(learner):
    judge(learner, [0, 0, 0, 3, 0, 0, 4, 4, 0], list(range(9)), 0)
    judge(learner, [3, 4, 0, 0, 0, 0], list(range(6)), 0)


@check("tokens that repeat", category="edge")
def repeats(learner):
    judge(learner, [6, 0, 6, 2, 0, 6, 2], [10, 11, 12, 13, 14, 15, 16], 0)


@check("another padding number", category="edge")
def padding_number(learner, rng):
    for padding in (-1, 3, 50_256):
        tokens = [rng.choice([0, 1, padding]) for _ in range(40)]
        judge(learner, tokens, list(range(40)), padding)


@check("lengths differ", category="edge")
def lengths(learner):
    for tokens, labels in (([1, 0], [1]), ([0], []), ([], [3])):
        with raises("ValueError"):
            learner.close_gaps(tokens, labels, 0)


@check("a large batch", category="scale")
def large(learner, rng):
    tokens = [rng.choice([0, 5]) for _ in range(400_000)]
    judge(learner, tokens, list(range(400_000)), 0)
