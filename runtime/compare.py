"""Comparing plain values: what a learner's code gave with what an oracle says.

Both sides are decoded data, so no code of the learner takes part. numpy, pandas and torch are looked at only where the
judge has them loaded.
"""
import dataclasses
import math
import sys
from collections import Counter, deque

from patience import patience

COMPARING_S = 5
# From here on many ints have one hash, and it is easy to say which; their texts do not.
LARGE_INT = 2**61 - 1


class CheckFailed(Exception):
    """The learner's answer is not right; the message says why."""


class Mismatch(CheckFailed):
    """Two values differ; both are kept to be shown side by side, with the places that differ."""

    def __init__(self, message, expected, actual, cells=()):
        super().__init__(message)
        self.expected = expected
        self.actual = actual
        self.cells = cells


@dataclasses.dataclass(frozen=True)
class Rules:
    """When two values count as the same."""

    rtol: float = 0.0
    atol: float = 0.0
    nan: bool = False
    strict: bool = False  # a tuple is no list
    loose: bool = False  # numbers by value: int and float, any dtype

    def numbers(self, actual, expected):
        if actual != actual or expected != expected:
            return self.nan and actual != actual and expected != expected
        if actual == expected:
            return True
        if isinstance(actual, int) and isinstance(expected, int) and not self.loose:
            return False
        try:
            return abs(actual - expected) <= self.atol + self.rtol * abs(expected) and math.isfinite(abs(expected))
        except OverflowError:  # ints beyond any float
            return False


@dataclasses.dataclass(frozen=True)
class Difference:
    message: str
    path: str = ""
    cells: tuple = ()

    def under(self, step):
        return Difference(self.message, step + self.path)

    def sentence(self):
        return f"at {self.path}: {self.message}" if self.path else self.message


def equal(actual, expected, *, strict=False, nan=False):
    """Same type family, shape, keys, order and values."""
    _require_same(actual, expected, Rules(strict=strict, nan=nan))


def close(actual, expected, rtol=1e-6, atol=1e-9, *, nan=False, strict=False):
    """As `equal`, with a tolerance for floats inside any nesting; shapes must agree, dtypes need not."""
    _require_same(actual, expected, Rules(rtol=rtol, atol=atol, nan=nan, strict=strict, loose=True))


def same_items(actual, expected):
    """Equal as a bag: the same items as often, in any order."""
    if family(actual) not in ("list", "tuple", "set", "array", "tensor", "deque"):
        raise Mismatch(f"expected a collection, got {_named(actual)}", expected, actual)
    with patience(COMPARING_S, CheckFailed("the answer takes too long to compare")):
        extra, missing = _bag_difference(_listed(actual), _listed(expected))
    if extra or missing:
        parts = [f"missing {brief(missing)}" if missing else "", f"not expected {brief(extra)}" if extra else ""]
        raise Mismatch("; ".join(part for part in parts if part), expected, actual)


def _require_same(actual, expected, rules):
    with patience(COMPARING_S, CheckFailed("the answer takes too long to compare")):
        difference = compare(actual, expected, rules)
    if difference is not None:
        raise Mismatch(difference.sentence(), expected, actual, difference.cells)


def _listed(value):
    return value.tolist() if family(value) in ("array", "tensor") else list(value)


def _bag_difference(given, wanted):
    try:
        keys = [Counter(map(frozen, side)) for side in (given, wanted)]
        names = {frozen(item): item for item in [*given, *wanted]}
        return [[names[key] for key in (keys[a] - keys[b]).elements()] for a, b in ((0, 1), (1, 0))]
    except TypeError:  # items that can not be hashed are matched one by one
        extra, missing = [], list(wanted)
        for item in given:
            place = next((at for at, other in enumerate(missing) if compare(item, other, Rules()) is None), None)
            if place is None:
                extra.append(item)
            else:
                missing.pop(place)
        return extra, missing


def frozen(value):
    """A hashable stand-in that is equal just where `equal` says so. Raises TypeError where there is none."""
    kind = family(value)
    if kind in ("list", "tuple"):
        return ("list", *map(frozen, value))
    if kind == "set":
        return ("set", frozenset(map(frozen, value)))
    if kind == "dict":
        return ("dict", frozenset((frozen(key), frozen(item)) for key, item in value.items()))
    if kind in ("array", "tensor", "frame", "series", "index"):
        raise TypeError
    if kind == "int" and abs(value) >= LARGE_INT:
        return (kind, format(int(value), "x"))
    return (kind, value)


def family(value):
    """The name of the kinds of value that may equal each other."""
    kind = type(value)
    simple = FAMILIES.get(kind)
    if simple is not None:
        return simple
    numpy, pandas, torch = (sys.modules.get(name) for name in ("numpy", "pandas", "torch"))
    if numpy is not None:
        if isinstance(value, numpy.ndarray):
            return "array"
        for scalar, name in ((numpy.bool_, "bool"), (numpy.integer, "int"), (numpy.floating, "float"), (numpy.complexfloating, "complex"), (numpy.str_, "str")):
            if isinstance(value, scalar):
                return name
    if torch is not None and isinstance(value, torch.Tensor):
        return "tensor"
    if pandas is not None:
        for label, name in ((pandas.DataFrame, "frame"), (pandas.Series, "series"), (pandas.Index, "index")):
            if isinstance(value, label):
                return name
        if value is pandas.NaT or value is pandas.NA:
            return "missing"
    return kind.__name__


FAMILIES = {
    type(None): "None", bool: "bool", int: "int", float: "float", complex: "complex", str: "str", bytes: "bytes", list: "list",
    tuple: "tuple", dict: "dict", set: "set", frozenset: "set", deque: "deque",
}
SHOWN_FAMILIES = {"frame": "a DataFrame", "series": "a Series", "array": "an array", "tensor": "a tensor", "None": "None", "int": "an int"}


def compare(actual, expected, rules):
    """What differs first, or None. Never asks either side whether it is equal."""
    if rules.loose:
        actual, expected = _scalar(actual), _scalar(expected)
    given, wanted = family(actual), family(expected)
    numbers = ("int", "float", "complex") if rules.loose else ()
    if given != wanted and not (given in numbers and wanted in numbers):
        if not ({given, wanted} == {"list", "tuple"} and not rules.strict):
            return Difference(f"expected {_named(expected)}, got {_named(actual)}")
    if wanted in ("int", "float", "complex"):
        same = rules.numbers(_python(actual), _python(expected))
        return None if same else Difference(f"expected {brief(expected)}, got {brief(actual)}")
    if wanted in ("list", "tuple", "deque"):
        return _compare_sequences(actual, expected, rules)
    if wanted == "dict":
        return _compare_dicts(actual, expected, rules)
    if wanted in ("array", "tensor", "frame", "series", "index"):
        from compare_arrays import compare_arrays, compare_tables

        return compare_arrays(actual, expected, rules) if wanted in ("array", "tensor") else compare_tables(actual, expected, rules)
    if wanted == "set":
        extra, missing = _bag_difference(list(actual), list(expected))
        if not extra and not missing:
            return None
        return Difference(f"expected {brief(expected)}, got {brief(actual)}")
    if given == "missing":
        return None
    if type(actual).__module__ == "remote":
        return Difference(f"expected {_named(expected)}, got {_named(actual)}")
    return None if actual == expected else Difference(f"expected {brief(expected)}, got {brief(actual)}")


def _compare_sequences(actual, expected, rules):
    for place, (one, other) in enumerate(zip(actual, expected)):
        difference = compare(one, other, rules)
        if difference is not None and len(actual) == len(expected):
            return difference.under(f"[{place}]")
    if len(actual) != len(expected):
        return Difference(f"expected {len(expected)} items, got {len(actual)}: expected {brief(expected)}, got {brief(actual)}")
    return None


def _compare_dicts(actual, expected, rules):
    keys = {frozen(key): key for key in actual}
    for key, other in expected.items():
        if frozen(key) not in keys:
            return Difference(f"the key {brief(key)} is missing")
        difference = compare(actual[keys.pop(frozen(key))], other, rules)
        if difference is not None:
            return difference.under(f"[{brief(key)}]")
    if keys:
        return Difference(f"the key {brief(next(iter(keys.values())))} was not expected")
    return None


def _scalar(value):
    """The number in an array or tensor without dimensions: for `close` it is that number."""
    if family(value) in ("array", "tensor") and tuple(value.shape) == ():
        return value.item()
    return value


def _python(value):
    return value.item() if hasattr(value, "item") else value


def _named(value):
    kind = family(value)
    if kind in ("None", "bool", "int", "float", "str"):
        return brief(value) if kind == "None" else f"{brief(value)} ({kind})"
    return SHOWN_FAMILIES.get(kind) or (repr(value) if type(value).__module__ == "remote" else f"a {kind}")


def brief(value, longest=120):
    """A short text of a value."""
    from shown import text_of

    text, _ = text_of(value, longest)
    return text
