"""Checks for sentences-of-every-length."""
import torch
from onsite import Counted, check, equal, raises, require


def expected(sentences, size, pool, padding=0):
    """Cell by cell."""
    result = []
    for first in range(0, len(sentences), pool):
        group = sorted(sentences[first : first + pool], key=len)
        for start in range(0, len(group), size):
            rows = group[start : start + size]
            width = max(len(row) for row in rows)
            words = [[row[j] if j < len(row) else padding for j in range(width)] for row in rows]
            real = [[j < len(row) for j in range(width)] for row in rows]
            shape = (len(rows), width)
            result.append((torch.tensor(words, dtype=torch.int64).reshape(shape), torch.tensor(real, dtype=torch.bool).reshape(shape)))
    return result


def begin(learner, *arguments):
    result = learner.batches(*arguments)
    require(hasattr(result, "__iter__"), f"expected something to iterate over, got {result!r}")
    return iter(result)


def agree(learner, sentences, *arguments):
    stream = begin(learner, sentences, *arguments)
    for number, (words, real) in enumerate(expected(sentences, *arguments), start=1):
        batch = next(stream, None)
        require(batch is not None, f"there is no batch {number}")
        require(isinstance(batch, tuple) and len(batch) == 2, f"batch {number} should be a tuple (words, real), it is {batch!r}")
        for name, actual, dtype in zip(("words", "real"), batch, (torch.int64, torch.bool)):
            require(isinstance(actual, torch.Tensor), f"{name} of batch {number} should be a tensor, it is a {type(actual).__name__}")
            require(actual.dtype == dtype, f"{name} of batch {number} should be {dtype}, it is {actual.dtype}")
        equal(batch, (words, real))
    require(next(stream, None) is None, "there are more batches than expected")


def draw(rng, count, longest=12):
    return [[int(word) for word in rng.integers(1, 50, size=rng.integers(1, longest))] for _ in range(count)]


@check("the worked example", visible=True, category="example")
def worked_example(learner):
    agree(learner, [[7, 8, 9], [4], [5, 6], [1, 2]], 2, 3)


@check("one pool", visible=True)
def one_pool(learner, rng):
    agree(learner, draw(rng, 12), 4, 12)


@check("many pools")
def many_pools(learner, rng):
    agree(learner, draw(rng, 96), 4, 24)


@check("numbers that do not divide", category="edge")
def not_divisible(learner, rng):
    agree(learner, draw(rng, 61), 4, 14)
    agree(learner, draw(rng, 5), 7, 9)


@check("one sentence at a time", category="edge")
def one_at_a_time(learner, rng):
    agree(learner, draw(rng, 6), 1, 1)


@check("sentences of one length", category="edge")
def one_length(learner, rng):
    agree(learner, [[int(word) for word in rng.integers(1, 50, size=3)] for _ in range(20)], 3, 9)


@check("every number is a word", category="edge")
def every_number(learner, rng):
    sentences = [[int(word) for word in rng.integers(0, 3, size=rng.integers(1, 6))] for _ in range(30)]
    agree(learner, sentences, 4, 10)
    agree(learner, sentences, 4, 10, 2)


@check("another padding", category="edge")
def other_padding(learner, rng):
    agree(learner, draw(rng, 20), 3, 10, -100)


@check("empty sentences", category="edge")
def empty_sentences(learner):
    agree(learner, [[3, 1], [], [2], [], []], 2, 4)


@check("an empty log", category="edge")
def empty_log(learner):
    agree(learner, [], 2, 4)


@check("how far it reads", category="behaviour")
def how_far(learner, rng):
    log = Counted(draw(rng, 100))
    stream = begin(learner, log, 2, 6)
    require(log.pulled == 0, f"{log.pulled} sentences were read before a batch was asked for")
    for number in range(1, 10):
        next(stream, None)
        limit = 6 * ((number + 2) // 3)
        require(log.pulled <= limit, f"{log.pulled} sentences were read for batch {number}, {limit} are enough")


@check("sizes that make no sense", category="edge")
def bad_sizes(learner):
    for size, pool in [(0, 4), (-1, 4), (3, 2)]:
        with raises("ValueError"):
            next(begin(learner, [[1], [2]], size, pool), None)
