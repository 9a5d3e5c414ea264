"""Data frames, series and indexes on the wire, column by column; a dtype outside the whitelist makes the whole a handle."""
import numpy as np
import pandas as pd

from codec import MAX_FRAME, BadFrame, register

MASKED = frozenset("Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64 boolean".split())
# A range of labels is three numbers here, and all of them where somebody looks: as many as a frame can have bytes.
MOST_LABELS = MAX_FRAME


class Unsupported(Exception):
    """A dtype that does not travel."""


def values_node(encoder, values):
    """Node of a column's values: of a Series' or Index's array."""
    dtype = values.dtype
    if isinstance(dtype, np.dtype) or type(values) is pd.arrays.NumpyExtensionArray:
        return ["np", encoder.node(np.asarray(values))]
    if type(dtype) is pd.StringDtype:
        return ["str", dtype.na_value is not pd.NA, encoder.node([None if text is pd.NA or text != text else str(text) for text in values])]
    if type(dtype) is pd.DatetimeTZDtype:
        return ["tz", dtype.unit, str(dtype.tz), encoder.node(np.asarray(values.asi8))]
    if type(dtype) is pd.CategoricalDtype:
        return ["cat", values_node(encoder, values.categories.array), encoder.node(np.asarray(values.codes)), bool(values.ordered)]
    if type(dtype) is pd.IntervalDtype:
        return ["iv", values.closed, values_node(encoder, values.left.array), values_node(encoder, values.right.array)]
    if type(dtype) is pd.PeriodDtype:
        return ["per", dtype.name.removeprefix("period[").removesuffix("]"), encoder.node(np.asarray(values.asi8))]
    if dtype.name in MASKED:
        missing = np.asarray(values.isna(), dtype=bool)
        return ["mask", dtype.name, encoder.node(values.to_numpy(dtype=dtype.numpy_dtype, na_value=0)), encoder.node(missing)]
    raise Unsupported(str(dtype))


def values_of(decoder, node):
    if type(node) is not list or not node:
        raise BadFrame("a column without a kind")
    kind, *parts = node
    if kind == "np":
        return array_of(decoder, *parts)
    if kind == "str":
        plain, texts = parts
        return pd.array(list_of(decoder, texts), dtype=pd.StringDtype(na_value=np.nan) if plain is True else pd.StringDtype())
    if kind == "tz":
        unit, zone, numbers = parts
        return pd.DatetimeIndex(array_of(decoder, numbers).view(f"M8[{unit}]"), tz="UTC").tz_convert(zone).array
    if kind == "cat":
        categories, codes, ordered = parts
        return pd.Categorical.from_codes(array_of(decoder, codes), categories=flat_index(decoder, categories), ordered=ordered is True)
    if kind == "iv":
        closed, left, right = parts
        return pd.arrays.IntervalArray.from_arrays(values_of(decoder, left), values_of(decoder, right), closed=closed)
    if kind == "per":
        freq, numbers = parts
        return pd.PeriodIndex.from_ordinals(array_of(decoder, numbers), freq=freq).array
    if kind == "mask":
        name, numbers, missing = parts
        if name not in MASKED:
            raise BadFrame("a dtype that does not travel")
        values = pd.array(array_of(decoder, numbers), dtype=name)
        values[array_of(decoder, missing).astype(bool)] = pd.NA
        return values
    raise BadFrame("an unknown kind of column")


def array_of(decoder, node):
    array = decoder.node(node)
    if type(array) is not np.ndarray or array.ndim != 1:
        raise BadFrame("a column that is no one-dimensional array")
    return array


def list_of(decoder, node):
    items = decoder.node(node)
    if type(items) is not list:
        raise BadFrame("a column that is no list")
    return items


def index_node(encoder, index):
    if type(index) is pd.RangeIndex:
        return ["range", encoder.node(index.name), index.start, index.stop, index.step]
    if isinstance(index, pd.MultiIndex):
        levels = [values_node(encoder, index.get_level_values(place).array) for place in range(index.nlevels)]
        return ["multi", encoder.node(list(index.names)), *levels]
    return ["flat", encoder.node(index.name), values_node(encoder, index.array)]


def index_of(decoder, node):
    if type(node) is not list or len(node) < 3:
        raise BadFrame("an index without a kind")
    kind, name, *parts = node
    name = decoder.node(name)
    if kind == "range":
        if len(range(*parts)) > MOST_LABELS:
            raise BadFrame("an index too long")
        return pd.RangeIndex(*parts, name=name)
    if kind == "multi":
        return pd.MultiIndex.from_arrays([flat_index(decoder, part) for part in parts], names=name)
    return flat_index(decoder, *parts, name=name)


def flat_index(decoder, node, name=None):
    """An index of just the dtype that its values have: pandas would make text of an object array of strings."""
    values = values_of(decoder, node)
    return pd.Index(values, dtype=values.dtype, name=name)


def frame_node(encoder, frame):
    columns = [values_node(encoder, frame.iloc[:, place].array) for place in range(frame.shape[1])]
    return ["df", index_node(encoder, frame.index), index_node(encoder, frame.columns), *columns]


def frame_of(decoder, index, columns, *nodes):
    columns_by_place = {}
    for place, node in enumerate(nodes):
        values = values_of(decoder, node)
        columns_by_place[place] = pd.Series(values, dtype=values.dtype)
    labels = index_of(decoder, index)
    frame = pd.DataFrame(columns_by_place) if columns_by_place else pd.DataFrame(index=labels)
    frame.index = labels
    frame.columns = index_of(decoder, columns)
    return frame


def series_node(encoder, series):
    return ["sr", index_node(encoder, series.index), encoder.node(series.name), values_node(encoder, series.array)]


def series_of(decoder, index, name, node):
    values = values_of(decoder, node)
    return pd.Series(values, dtype=values.dtype, index=index_of(decoder, index), name=decoder.node(name))


def moment_node(_encoder, moment):
    return ["ts", int(moment.asm8.astype("int64")), moment.unit, None if moment.tz is None else str(moment.tz)]


def moment_of(_decoder, number, unit, zone):
    moment = pd.Timestamp(np.datetime64(number, unit))
    return moment if zone is None else moment.tz_localize("UTC").tz_convert(zone)


def travelling(node):
    """Falls back to a handle when a part does not travel."""

    def encode(encoder, value):
        try:
            return node(encoder, value)
        except Unsupported:
            return encoder.refer(value)

    return encode


register(pd.DataFrame, travelling(frame_node), {"df": frame_of})
register(pd.Series, travelling(series_node), {"sr": series_of})
for kind in (pd.Index, pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.TimedeltaIndex, pd.CategoricalIndex, pd.IntervalIndex, pd.PeriodIndex):
    register(kind, travelling(lambda encoder, index: ["ix", index_node(encoder, index)]), {"ix": index_of})
register(pd.Timestamp, moment_node, {"ts": moment_of})
register(pd.Timedelta, lambda _encoder, span: ["td", int(span.asm8.astype("int64")), span.unit],
         {"td": lambda _decoder, number, unit: pd.Timedelta(np.timedelta64(number, unit))})
register(type(pd.NaT), lambda _encoder, _value: ["nat"], {"nat": lambda _decoder: pd.NaT})
register(type(pd.NA), lambda _encoder, _value: ["na"], {"na": lambda _decoder: pd.NA})
