"""Values as a person sees them: bounded text, arrays and tables, the JSON of src/domain/shown.ts."""
import math
import sys

LONGEST_TEXT = 4000
MOST_ROWS = 30
MOST_COLUMNS = 20
CURVE = range(16, 2001)


def of(value, digits=6):
    """The value as plain JSON data."""
    kind = type(value)
    module = kind.__module__.partition(".")[0]
    if module == "numpy" and kind.__name__ == "ndarray":
        return _array(value, "ndarray", str(value.dtype), digits)
    if module == "torch" and isinstance(value, sys.modules["torch"].Tensor):
        return _tensor(value, digits)
    if module == "pandas":
        pandas = sys.modules["pandas"]
        if isinstance(value, pandas.DataFrame):
            return _table(value, kind.__name__, digits)
        if isinstance(value, pandas.Series):
            return _table(value.to_frame(name="" if value.name is None else value.name), kind.__name__, digits)
    text, truncated = text_of(value, LONGEST_TEXT)
    return {"kind": "text", "type": kind.__name__[:100], "text": text, "truncated": truncated}


def difference(expected, actual, cells):
    """Two values side by side; with more digits where the usual ones hide what differs."""
    sides = [of(expected), of(actual)]
    if any(_same_text(*sides, row, column) for row, column in cells[:20]):
        sides = [of(expected, 17), of(actual, 17)]
    rows, columns = _window(sides[1]) or _window(sides[0]) or (0, 0)
    inside = [[row, column] for row, column in cells if row < rows and column < columns]
    return {"expected": sides[0], "actual": sides[1], "cells": inside}


def _window(side):
    cells = side.get("cells", side.get("rows"))
    return (len(cells), max(map(len, cells), default=0)) if cells else None


def _same_text(expected, actual, row, column):
    try:
        one, other = (side.get("cells", side.get("rows"))[row][column] for side in (expected, actual))
    except (IndexError, TypeError):
        return False
    return one == other


def _array(array, kind, dtype, digits):
    shape = [int(size) for size in array.shape]
    columns = shape[-1] if shape else 1
    rows = math.prod(shape[:-1]) if shape else 1
    flat = array.reshape(rows, columns)[:MOST_ROWS, :MOST_COLUMNS]
    cells = [[cell_of(item, digits) for item in row] for row in flat.tolist()]
    curve = None
    if len(shape) == 1 and shape[0] in CURVE and array.dtype.kind in "iuf":
        curve = [item if math.isfinite(item) else None for item in array.tolist()]
    truncated = rows > MOST_ROWS or columns > MOST_COLUMNS
    return {"kind": "array", "type": kind, "dtype": dtype, "shape": shape, "cells": cells, "truncated": truncated} | ({"curve": curve} if curve else {})


def _tensor(tensor, digits):
    torch = sys.modules["torch"]
    dtype = str(tensor.dtype).removeprefix("torch.")
    plain = tensor.detach().to("cpu")
    plain = plain.to_dense() if plain.layout != torch.strided else plain
    plain = plain.to(torch.float32) if plain.dtype == torch.bfloat16 else plain
    return _array(plain.resolve_conj().resolve_neg().numpy(), "Tensor", dtype, digits)


def _table(frame, kind, digits):
    part = frame.iloc[:MOST_ROWS, :MOST_COLUMNS]
    columns = [{"name": _label(name), "dtype": str(dtype)} for name, dtype in zip(part.columns, part.dtypes)]
    values = [part.iloc[:, place].astype(object).tolist() for place in range(part.shape[1])]
    rows = [[None if _is_missing(column[row]) else cell_of(column[row], digits) for column in values] for row in range(part.shape[0])]
    index = [_label(name) for name in part.index.tolist()]
    truncated = frame.shape[0] > MOST_ROWS or frame.shape[1] > MOST_COLUMNS
    return {"kind": "table", "type": kind, "columns": columns, "index": index, "rows": rows, "rowCount": int(frame.shape[0]), "truncated": truncated}


def _label(name):
    return text_of(name, 60)[0] if type(name) is not str else name[:60]


def _is_missing(value):
    pandas = sys.modules["pandas"]
    return value is None or value is pandas.NA or value is pandas.NaT or (isinstance(value, float) and value != value)


def cell_of(value, digits):
    if isinstance(value, float):
        return format(value, f".{digits}g") if digits < 17 else repr(float(value))
    if isinstance(value, complex):
        return format(value, f".{min(digits, 15)}g")
    return value[:80] if type(value) is str else text_of(value, 80)[0]


def text_of(value, longest):
    """The value's text and whether it was cut."""
    writer = _Writer(longest)
    try:
        writer.write(value, 0)
    except _Full:
        return "".join(writer.parts)[:longest] + " …", True
    except Exception as problem:
        return f"<{type(value).__name__} whose text can not be made: {type(problem).__name__}>"[:longest], False
    return "".join(writer.parts), False


class _Full(Exception):
    """No room for more text."""


class _Writer:
    """Writes containers piece by piece, so that the text of a huge one costs no more than what is shown of it."""

    def __init__(self, room):
        self.room = room
        self.parts = []

    def put(self, text):
        self.parts.append(text)
        self.room -= len(text)
        if self.room < 0:
            raise _Full

    def write(self, value, depth):
        kind = type(value)
        if kind in (list, tuple, set, frozenset, dict) and depth > 20:
            self.put("…")
        elif kind is list:
            self.sequence("[", value, "]", depth)
        elif kind is tuple:
            self.sequence("(", value, ",)" if len(value) == 1 else ")", depth)
        elif kind in (set, frozenset) and value:
            self.sequence("{", value, "}", depth)
        elif kind is dict:
            self.put("{")
            for place, (key, item) in enumerate(value.items()):
                self.put(", " if place else "")
                self.write(key, depth + 1)
                self.put(": ")
                self.write(item, depth + 1)
            self.put("}")
        elif kind is str:
            self.put(repr(value[: self.room + 1]))
        elif kind is int and value.bit_length() > 10_000:
            self.put(f"<an int of {value.bit_length()} bits>")
        elif kind.__module__ == "numpy" and hasattr(value, "item") and kind.__name__ != "ndarray":
            self.put(str(value))
        else:
            self.put(repr(value))

    def sequence(self, opening, items, closing, depth):
        self.put(opening)
        for place, item in enumerate(items):
            self.put(", " if place else "")
            self.write(item, depth + 1)
        self.put(closing)
