"""Checks for the-nearest-depots."""
import numpy as np
from onsite import check, close, equal, raises, require, with_arguments


def one_by_one(addresses, depots, k):
    """Each address by itself: differences, a stable sort."""
    index = np.zeros((len(addresses), k), dtype=np.int64)
    distance = np.zeros((len(addresses), k))
    for row, address in enumerate(addresses):
        all_distances = np.sqrt(((depots - address) ** 2).sum(axis=1))
        index[row] = np.argsort(all_distances, kind="stable")[:k]
        distance[row] = all_distances[index[row]]
    return index, distance


def answer(learner, addresses, depots, k):
    """The learner's two arrays, after a look at their types and shapes."""
    result = learner.nearest(addresses, depots, k)
    require(isinstance(result, tuple) and len(result) == 2, f"expected a tuple (index, distance), got {result!r}")
    shape = (len(addresses), k)
    for name, array, dtype in zip(("index", "distance"), result, ("int64", "float64")):
        require(isinstance(array, np.ndarray), f"{name} should be an array, it is a {type(array).__name__}")
        require(str(array.dtype) == dtype, f"the type of {name} should be {dtype}, it is {array.dtype}")
        require(array.shape == shape, f"the shape of {name} should be {shape}, it is {array.shape}")
    return result


def agree(learner, addresses, depots, k):
    index, distance = answer(learner, addresses, depots, k)
    expected_index, expected_distance = one_by_one(addresses, depots, k)
    equal(index, expected_index)
    close(distance, expected_distance, rtol=1e-9, atol=0.0)


@check("the worked example", visible=True, category="example")
def worked_example(learner):
    depots = np.array([[0.0, 3.0], [9.0, 0.0], [4.0, 0.0], [0.0, -3.0]])
    agree(learner, np.array([[0.0, 0.0], [10.0, 0.0]]), depots, 2)


@check("a small town", visible=True)
def small_town(learner, rng):
    agree(learner, rng.uniform(0, 100, size=(8, 2)), rng.uniform(0, 100, size=(12, 2)), 4)


@check("several hundred addresses")
def several_hundred(learner, rng):
    agree(learner, rng.normal(size=(300, 2)), rng.normal(size=(170, 2)), 5)


@check("a warehouse and a road", category="edge")
def other_dimensions(learner, rng):
    agree(learner, rng.normal(size=(40, 3)), rng.normal(size=(30, 3)), 3)
    agree(learner, rng.normal(size=(40, 1)), rng.normal(size=(30, 1)), 3)


@check("one address, one depot", category="edge")
def one_of_each(learner):
    agree(learner, np.array([[1.0, 2.0]]), np.array([[4.0, 6.0]]), 1)


@check("all depots in order", category="edge")
def all_depots(learner, rng):
    agree(learner, rng.normal(size=(20, 2)), rng.normal(size=(9, 2)), 9)


@check("no addresses", category="edge")
def no_addresses(learner):
    answer(learner, np.zeros((0, 2)), np.zeros((4, 2)), 3)


@check("a town of square blocks", category="edge")
def square_blocks(learner, rng):
    # Whole coordinates: squares are exact, and almost every distance occurs several times.
    addresses = rng.integers(0, 6, size=(150, 2)).astype(float)
    depots = rng.integers(0, 6, size=(60, 2)).astype(float)
    for k in (1, 4, 13):
        agree(learner, addresses, depots, k)


@check("depots that share a place", category="edge")
def same_place(learner):
    agree(learner, np.array([[0.0, 0.0], [5.0, 5.0]]), np.full((70, 2), 5.0), 33)


@check("metres on the national grid", category="edge")
def national_grid(learner, rng):
    depots = np.array([4_650_000.0, 5_330_000.0]) + rng.uniform(0, 40, size=(300, 2))
    agree(learner, depots[rng.permutation(300)[:100]] + rng.normal(size=(100, 2)) * 0.5, depots, 3)


@check("two towns far apart", category="edge")
def two_towns(learner, rng):
    towns = np.array([[3_900_000.0, 5_100_000.0], [4_700_000.0, 6_000_000.0]])
    depots = towns[rng.integers(0, 2, size=200)] + rng.uniform(0, 30, size=(200, 2))
    agree(learner, towns[rng.integers(0, 2, size=80)] + rng.uniform(0, 30, size=(80, 2)), depots, 2)


@check("an address that is a depot", category="edge")
def at_the_depot(learner, rng):
    depots = np.array([4_650_000.0, 5_330_000.0]) + rng.uniform(0, 500, size=(50, 2))
    agree(learner, depots[::3].copy(), depots, 2)


@check("a full day", category="scale")
def full_day(learner, rng):
    addresses = 5_000_000 + rng.uniform(0, 100_000, size=(4500, 2))
    depots = 5_000_000 + rng.uniform(0, 100_000, size=(4500, 2))
    index, distance = answer(learner, addresses, depots, 3)
    sample = np.r_[0, 4499, rng.integers(0, 4500, size=200)]
    expected_index, expected_distance = one_by_one(addresses[sample], depots, 3)
    equal(index[sample], expected_index)
    close(distance[sample], expected_distance, rtol=1e-9, atol=0.0)


@check("a k that makes no sense", category="edge")
def bad_k(learner):
    for k in (0, -1, 4):
        with raises("ValueError"):
            learner.nearest(np.zeros((2, 2)), np.zeros((3, 2)), k)


@check("the inputs afterwards", category="state")
def inputs_kept(learner, rng):
    addresses, depots = rng.normal(size=(20, 2)), rng.normal(size=(10, 2))
    _, (addresses_after, depots_after, _) = with_arguments(learner.nearest, addresses, depots, 2)
    equal(addresses_after, addresses)
    equal(depots_after, depots)
