"""Checks for scores-that-overflow."""
import numpy as np
from onsite import check, close, equal, raises, require, with_arguments
from scipy.special import softmax


def expected(scores, allowed, temperature=1.0):
    """SciPy on the allowed items of each row; rows without one stay zero."""
    result = np.zeros(scores.shape)
    for row, (values, mask) in enumerate(zip(scores, allowed)):
        if mask.any():
            result[row, mask] = softmax(values[mask].astype(np.float64) / temperature)
    return result


def agree(learner, scores, allowed, *temperature):
    actual = learner.probabilities(scores, allowed, *temperature)
    require(isinstance(actual, np.ndarray), f"expected an array, got a {type(actual).__name__}")
    require(actual.dtype == np.float64, f"the type should be float64, it is {actual.dtype}")
    close(actual, expected(scores, allowed, *temperature), rtol=1e-9, atol=1e-12)
    return actual


@check("the worked example", visible=True, category="example")
def worked_example(learner):
    scores = np.array([[1.0, 2.0, 3.0], [5.0, 1.0, 5.0]])
    agree(learner, scores, np.array([[True, True, True], [True, False, True]]))


@check("a higher temperature", visible=True)
def higher_temperature(learner, rng):
    scores = rng.normal(size=(3, 4))
    agree(learner, scores, np.ones((3, 4), dtype=bool), 2.5)


@check("many requests", category="correctness")
def many_requests(learner, rng):
    scores = rng.normal(size=(200, 50)) * 3
    allowed = rng.random((200, 50)) < 0.6
    actual = agree(learner, scores, allowed, 0.7)
    require(not actual[~allowed].any(), "an item that is not allowed has a probability above 0")


@check("scores in the thousands", category="edge")
def thousands(learner, rng):
    scores = rng.normal(size=(6, 7)) * 2000
    agree(learner, scores, np.ones((6, 7), dtype=bool))


@check("requests on different scales", category="edge")
def different_scales(learner, rng):
    scores = rng.normal(size=(5, 6)) + np.array([[0.0], [5000.0], [-5000.0], [1e6], [-300.0]])
    agree(learner, scores, rng.random((5, 6)) < 2)


@check("what may not be shown scores highest", category="edge")
def forbidden_high(learner, rng):
    scores = rng.normal(size=(4, 8))
    allowed = np.ones((4, 8), dtype=bool)
    allowed[:, [2, 5]] = False
    scores[:, [2, 5]] = 4000.0
    agree(learner, scores, allowed)


@check("only low scores may be shown", category="edge")
def allowed_low(learner, rng):
    scores = rng.normal(size=(4, 8)) - 2000
    agree(learner, scores, rng.permuted(np.tile(np.arange(8) < 5, (4, 1)), axis=1))


@check("anything where nothing is shown", category="edge")
def rubbish(learner, rng):
    scores = rng.normal(size=(5, 6))
    allowed = rng.permuted(np.tile(np.arange(6) < 3, (5, 1)), axis=1)
    scores[~allowed] = rng.choice([np.nan, np.inf, -np.inf], size=(~allowed).sum())
    agree(learner, scores, allowed)


@check("a request that may see nothing", category="edge")
def sees_nothing(learner, rng):
    allowed = np.ones((4, 5), dtype=bool)
    allowed[[1, 3]] = False
    agree(learner, rng.normal(size=(4, 5)), allowed)


@check("a request that may see one item", category="edge")
def sees_one(learner, rng):
    agree(learner, rng.normal(size=(3, 3)) * 500, np.eye(3, dtype=bool))


@check("no items, no requests", category="edge")
def empty(learner):
    for shape in [(0, 4), (3, 0), (0, 0)]:
        agree(learner, np.zeros(shape), np.zeros(shape, dtype=bool))


@check("whole numbers of one byte", category="edge")
def one_byte(learner, rng):
    scores = rng.integers(-128, 128, size=(6, 9)).astype(np.int8)
    scores[:, 0], scores[:, 1] = -128, 127
    agree(learner, scores, np.ones((6, 9), dtype=bool), 20.0)


@check("half and single precision", category="edge")
def narrow(learner, rng):
    for dtype, scale in [(np.float16, 30_000), (np.float32, 50)]:
        scores = np.clip(rng.normal(size=(5, 6)) * scale, -60_000, 60_000).astype(dtype)
        agree(learner, scores, rng.random((5, 6)) < 0.8, 0.5)


@check("an almost frozen ranking", category="edge")
def frozen(learner):
    scores = np.array([[1e300, 1e300, 0.0], [3.0, 3.0 + 2.0**-30, 1.0]])
    allowed = np.ones((2, 3), dtype=bool)
    actual = learner.probabilities(scores, allowed, 1e-9)
    ratio = np.exp(-(2.0**-30) / 1e-9)
    close(actual, np.array([[0.5, 0.5, 0.0], [ratio / (1 + ratio), 1 / (1 + ratio), 0.0]]), rtol=1e-9, atol=1e-12)


@check("temperatures that make no sense", category="edge")
def bad_temperature(learner):
    for temperature in [0, -1.0]:
        with raises("ValueError"):
            learner.probabilities(np.zeros((1, 2)), np.ones((1, 2), dtype=bool), temperature)


@check("the inputs afterwards", category="state")
def inputs_kept(learner, rng):
    scores = rng.normal(size=(3, 4))
    allowed = rng.random((3, 4)) < 0.5
    _, (scores_after, allowed_after) = with_arguments(learner.probabilities, scores, allowed)
    equal(scores_after, scores)
    equal(allowed_after, allowed)
