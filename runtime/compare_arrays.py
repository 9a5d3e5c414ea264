"""Comparing arrays, tensors and tables cell by cell, so that the cells that differ can be marked."""
import sys

import numpy as np

MOST_CELLS = 400
KINDS = {"i": "int", "u": "int", "f": "float", "b": "bool", "c": "complex", "U": "text", "T": "text", "S": "bytes", "M": "datetime", "m": "timedelta", "O": "object"}


def compare_arrays(actual, expected, rules):
    from compare import Difference

    given, wanted = plain(actual), plain(expected)
    if given.shape != wanted.shape:
        return Difference(f"expected shape {wanted.shape}, got {given.shape}")
    numeric = given.dtype.kind in "iufc" and wanted.dtype.kind in "iufc"
    if KINDS[given.dtype.kind] != KINDS[wanted.dtype.kind] and not (rules.loose and numeric):
        return Difference(f"expected {KINDS[wanted.dtype.kind]} values ({name_of(expected)}), got {KINDS[given.dtype.kind]} ({name_of(actual)})")
    wrong = differing(given, wanted, rules)
    if not wrong.any():
        return None
    places = np.argwhere(wrong.reshape(given.shape))
    first = tuple(int(at) for at in places[0])
    count = len(places)
    where = f"at [{', '.join(map(str, first))}] " if first else ""
    more = f"; {count} of {given.size} differ" if given.size > 1 else ""
    return Difference(f"{where}expected {_cell(wanted[first])}, got {_cell(given[first])}{more}", cells=view_cells(places, given.shape))


def compare_tables(actual, expected, rules):
    from compare import Difference, Rules, brief, compare

    for part in ("columns", "index"):
        if not hasattr(expected, part) or (part == "columns" and not hasattr(actual, part)):
            continue
        given, wanted = labels(getattr(actual, part)), labels(getattr(expected, part))
        if compare(given, wanted, Rules(nan=True, loose=rules.loose, rtol=rules.rtol, atol=rules.atol)) is not None:
            name = "columns" if part == "columns" else "index"
            return Difference(f"expected {name} {brief(wanted)}, got {brief(given)}")
    if hasattr(expected, "columns"):
        pairs = [(actual.iloc[:, at], expected.iloc[:, at], f"column {brief(expected.columns[at])}") for at in range(expected.shape[1])]
    else:
        pairs = [(actual, expected, "")]
    first, cells = None, []
    for place, (one, other, name) in enumerate(pairs):
        if len(one) != len(other):
            return Difference(f"expected {len(other)} values, got {len(one)}")
        given, wanted = kind_of(one.dtype), kind_of(other.dtype)
        numeric = {given, wanted} <= {"int", "float", "complex"}
        if given != wanted and not (rules.loose and numeric) and "object" not in (given, wanted):
            return Difference(f"{name + ': ' if name else ''}expected {wanted} values ({other.dtype}), got {given} ({one.dtype})")
        for row in np.flatnonzero(differing_column(one, other, rules))[:MOST_CELLS]:
            if first is None:
                label = brief(labels(expected.index)[row]) if hasattr(expected, "index") else row
                first = f"{name + ', ' if name else ''}row {label}: expected {_cell(other_at(other, row))}, got {_cell(other_at(one, row))}"
            cells.append((int(row), place))
    return None if first is None else Difference(first, cells=tuple(cells[:MOST_CELLS]))


def plain(value):
    """A numpy array with the values of an array or tensor."""
    if isinstance(value, np.ndarray):
        return value
    torch = sys.modules["torch"]
    value = value.detach()
    return value.to(torch.float32).numpy() if value.dtype == torch.bfloat16 else value.numpy()


def name_of(value):
    return str(value.dtype).removeprefix("torch.")


def differing(given, wanted, rules):
    """A flat array of booleans: True where two arrays of one shape differ."""
    given, wanted = given.ravel(), wanted.ravel()
    if given.dtype.kind == "O" or wanted.dtype.kind == "O":
        from compare import compare

        return np.array([compare(one, other, rules) is not None for one, other in zip(given.tolist(), wanted.tolist())], dtype=bool)
    same = given == wanted
    if given.dtype.kind in "fciu" and wanted.dtype.kind in "fciu" and (rules.rtol or rules.atol):
        wide = complex if "c" in given.dtype.kind + wanted.dtype.kind else float
        with np.errstate(all="ignore"):
            near = np.abs(given.astype(wide) - wanted.astype(wide)) <= rules.atol + rules.rtol * np.abs(wanted.astype(wide))
        same = same | (near & np.isfinite(given) & np.isfinite(wanted))
    if rules.nan and given.dtype.kind in "fcmM" and wanted.dtype.kind in "fcmM":
        missing = np.isnat if given.dtype.kind in "mM" else np.isnan
        same = same | (missing(given) & missing(wanted))
    return ~same


def differing_column(given, wanted, rules):
    """True where two columns differ; what is missing on both sides is the same."""
    missing, lacking = np.asarray(given.isna()), np.asarray(wanted.isna())
    wrong = missing != lacking
    both = ~missing & ~lacking
    if both.any():
        one, other = (_numbers_or_objects(column[both]) for column in (given, wanted))
        wrong[both] = differing(one, other, rules)
    return wrong


def _numbers_or_objects(column):
    kind = kind_of(column.dtype)
    if kind in ("int", "float", "bool"):
        values = column.to_numpy(dtype=column.dtype.numpy_dtype) if hasattr(column.dtype, "numpy_dtype") else column.to_numpy()
        return values
    return np.asarray(column.astype(object), dtype=object)


def kind_of(dtype):
    pandas = sys.modules["pandas"]
    types = pandas.api.types
    if isinstance(dtype, pandas.CategoricalDtype):
        return "category"
    for name, test in (("bool", types.is_bool_dtype), ("int", types.is_integer_dtype), ("float", types.is_float_dtype), ("complex", types.is_complex_dtype)):
        if test(dtype):
            return name
    if types.is_datetime64_any_dtype(dtype):
        return "datetime"
    if types.is_timedelta64_dtype(dtype):
        return "timedelta"
    if isinstance(dtype, pandas.StringDtype):
        return "text"
    return "object" if dtype == object else str(dtype)


def labels(index):
    return list(index.tolist())


def other_at(column, row):
    return column.iloc[row] if hasattr(column, "iloc") else column[row]


def _cell(value):
    from compare import brief

    return brief(value.item() if hasattr(value, "item") and not hasattr(value, "tz_localize") else value)


def view_cells(places, shape):
    """Places of an array as cells of its two-dimensional view (see shown.py)."""
    if len(shape) == 0:
        return ((0, 0),)
    cells = []
    for place in places[:MOST_CELLS]:
        row = 0
        for at, size in zip(place[:-1], shape[:-1]):
            row = row * size + int(at)
        cells.append((row, int(place[-1])))
    return tuple(cells)
