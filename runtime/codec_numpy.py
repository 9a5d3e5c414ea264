"""NumPy arrays and scalars on the wire: numbers, dates and text by a whitelist of dtypes, objects element by element."""
import math

import numpy as np

from codec import BadFrame, register

# bool, integers, floats, complex; datetime64 and timedelta64 carry their unit; U and S their length.
DTYPES = frozenset(
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128".split()
)

LAST_CHARACTER = 0x10FFFF


def name_of(dtype):
    """The name under which a dtype travels, or None."""
    if dtype.name in DTYPES:
        return dtype.name
    return dtype.newbyteorder("=").str if dtype.kind in "mMUS" and dtype.names is None else None


def dtype_of(name):
    if type(name) is not str or len(name) > 32:
        raise BadFrame("a dtype that does not travel")
    dtype = np.dtype(name)
    if name not in DTYPES and dtype.kind not in "mMUS":
        raise BadFrame("a dtype that does not travel")
    return dtype


def shape_of(shape):
    if type(shape) is not list or len(shape) > 32 or any(type(size) is not int or not 0 <= size < 2**40 for size in shape):
        raise BadFrame("a shape that is none")
    return tuple(shape)


def encode_array(encoder, value):
    if value.dtype == object:
        return ["ao", list(value.shape), *(encoder.node(item) for item in value.ravel().tolist())]
    name = name_of(value.dtype)
    if name is None:
        return encoder.refer(value)
    plain = np.ascontiguousarray(value, dtype=dtype_of(name))
    data = plain.reshape(-1).view(np.uint8).data if plain.nbytes else b""
    return ["a", name, list(value.shape), encoder.buffer(data)]


def decode_array(decoder, name, shape, number):
    dtype, shape, data = dtype_of(name), shape_of(shape), decoder.buffer(number)
    if math.prod(shape) * dtype.itemsize != len(data):
        raise BadFrame("an array whose shape is not that of its data")
    if dtype.itemsize == 0:
        return np.zeros(shape, dtype) if math.prod(shape) <= 1_000_000 else _refuse()
    if dtype.kind == "b" and data and np.frombuffer(data, np.uint8).max() > 1:
        raise BadFrame("booleans that are neither true nor false")
    if dtype.kind == "U" and data and np.frombuffer(data, dtype.byteorder.replace("|", "=") + "u4").max() > LAST_CHARACTER:
        raise BadFrame("text of what are no characters")
    return np.frombuffer(decoder.own(number), dtype).reshape(shape)


def _refuse():
    raise BadFrame("an array too large")


def decode_objects(decoder, shape, *nodes):
    shape = shape_of(shape)
    if math.prod(shape) != len(nodes):
        raise BadFrame("an array whose shape is not that of its data")
    array = np.empty(len(nodes), dtype=object)
    for place, node in enumerate(nodes):
        array[place] = decoder.node(node)
    return array.reshape(shape)


def encode_scalar(encoder, value):
    name = name_of(value.dtype)
    return ["n", name, value.tobytes().hex()] if name else encoder.refer(value)


def decode_scalar(_decoder, name, text):
    dtype = dtype_of(name)
    if type(text) is not str or len(text) != 2 * dtype.itemsize or dtype.itemsize > 10_000:
        raise BadFrame("a scalar of another size")
    return np.zeros((), dtype)[()] if dtype.itemsize == 0 else np.frombuffer(bytes.fromhex(text), dtype)[0]


def decode_dtype(_decoder, name):
    return np.dtype(object) if name == "object" else dtype_of(name)


def encode_dtype(encoder, value):
    name = "object" if value == object else name_of(value)
    return ["dtype", name] if name else encoder.refer(value)


register(np.ndarray, encode_array, {"a": decode_array, "ao": decode_objects})
for kind in {np.dtype(name).type for name in DTYPES} | {np.longlong, np.ulonglong, np.datetime64, np.timedelta64, np.str_, np.bytes_}:
    register(kind, encode_scalar, {"n": decode_scalar})
for kind in {type(np.dtype(name)) for name in (*DTYPES, "O", "U1", "S1", "M8[ns]", "m8[ns]")}:
    register(kind, encode_dtype, {"dtype": decode_dtype})
