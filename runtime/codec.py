"""Values that travel between judge and candidate: a tree of tagged JSON and raw buffers.

Decoding makes plain values only and runs nothing of the sender's, so a frame is data whatever it contains.
A frame is two little-endian 32-bit lengths (of all that follows, of the JSON), the JSON `[tree, [buffer lengths]]`,
and the buffers. A node is null, a boolean, a string, a float, an int below 2**53, or a list whose head is a tag.
Types beyond Python's own join by `register` (codec_numpy, codec_pandas, codec_torch).
"""
import array
import collections
import datetime
import decimal
import fractions
import json
import struct

MAX_FRAME = 32 * 1024 * 1024
MAX_NODES = 400_000
MAX_BUFFERS = 10_000
MAX_DEPTH = 64
MAX_INT_DIGITS = 100_000  # hexadecimal
SHORT = 256  # longer strings travel as buffers, so that counting commas bounds the nodes
PACKED_FROM = 16
MOST_ALIKE = 1000  # keys of one hash
ALIGNED = 16
TOGETHER = 64 * 1024
MOST_PARTS = 256  # the system takes a few more with one call
SAFE_INT = 2**53

HEAD = struct.Struct("<II")


class BadFrame(Exception):
    """What came is not a value: broken, too large, or of a kind that does not travel."""


class TooLarge(Exception):
    """A value is larger than what may travel."""


ENCODERS = {}
DECODERS = {}


def register(kind, encode, tags):
    """Lets exactly `kind` travel (never a subclass): `encode(encoder, value) -> node`, `tags` maps a tag to `decode(decoder, *parts)`."""
    ENCODERS[kind] = encode
    DECODERS.update(tags)


class Encoder:
    def __init__(self, refer):
        self.refer = refer  # makes a node for what does not travel
        self.buffers = []
        self.size = 0
        self.nodes = 0
        self.depth = 0

    def buffer(self, data):
        """Adds a buffer (bytes or a contiguous memoryview) and returns its number."""
        view = memoryview(data).cast("B") if not isinstance(data, bytes) else data
        self.size += len(view)
        if self.size > MAX_FRAME or len(self.buffers) >= MAX_BUFFERS:
            raise TooLarge(f"The value is larger than {MAX_FRAME // 2**20} MB.")
        self.buffers.append(view)
        return len(self.buffers) - 1

    def node(self, value):
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooLarge(f"The value has more than {MAX_NODES:,} parts.")
        kind = type(value)
        if value is None or kind is bool:
            return value
        encode = ENCODERS.get(kind)
        if encode is None and kind.__base__ is tuple and hasattr(kind, "_fields"):
            encode = encode_tuple  # a named tuple travels as the tuple that it is
        if encode is None:
            return self.refer(value)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooLarge(f"The value is nested more than {MAX_DEPTH} deep (or contains itself).")
        try:
            return encode(self, value)
        finally:
            self.depth -= 1


class Decoder:
    def __init__(self, buffers, resolve, lies_well=lambda number: False):
        self.buffers = buffers
        self.resolve = resolve  # makes a value of a reference's parts
        self.lies_well = lies_well  # whether a buffer's place in memory suits items of any size
        self.given = set()

    def buffer(self, number):
        if type(number) is not int or not 0 <= number < len(self.buffers):
            raise BadFrame("a buffer that is not there")
        return self.buffers[number]

    def own(self, number):
        """A buffer that a value may keep and change: the frame's own memory, once; for whoever asks again, a copy."""
        data = self.buffer(number)
        if number in self.given or data.readonly or not self.lies_well(number):
            return bytearray(data)
        self.given.add(number)
        return data

    def node(self, node):
        kind = type(node)
        if node is None or kind is bool or kind is str or kind is float:
            return node
        if kind is int:
            return node
        if kind is not list or not node or type(node[0]) is not str:
            raise BadFrame("a node without a tag")
        tag = node[0]
        if tag == "ref":
            return self.resolve(node[1:])
        decode = DECODERS.get(tag)
        if decode is None:
            raise BadFrame("an unknown tag")
        return decode(self, *node[1:])


def pack(value, refer):
    """The frame of a value, as a list of buffers. Raises TooLarge."""
    encoder = Encoder(refer)
    tree = encoder.node(value)
    lengths = [len(data) for data in encoder.buffers]
    head = json.dumps([tree, lengths], separators=(",", ":"), allow_nan=False).encode("ascii")
    if lengths:
        head += b" " * (-(4 + len(head)) % ALIGNED)  # so that the first buffer can be used where it lies
    length = HEAD.size - 4 + len(head) + sum(lengths)
    if length > MAX_FRAME:
        raise TooLarge(f"The value is larger than {MAX_FRAME // 2**20} MB.")
    parts = [HEAD.pack(length, len(head)), head, *encoder.buffers]
    # Much is not copied once more to be in one piece; little, or many pieces, is sent faster when it is.
    return parts if length > TOGETHER and len(parts) < MOST_PARTS else [b"".join(parts)]


def unpack(body, resolve):
    """The value of a frame's body (what follows its first length). Raises BadFrame, never anything else."""
    try:
        return _unpack(body, resolve)
    except BadFrame:
        raise
    except Exception as problem:
        raise BadFrame(f"not a value ({type(problem).__name__})") from problem


def _unpack(body, resolve):
    (length,) = struct.unpack_from("<I", body)
    if 4 + length > len(body):
        raise BadFrame("shorter than it says")
    head = bytes(body[4 : 4 + length])
    if head.count(b",") + head.count(b"[") + head.count(b"{") > 4 * MAX_NODES:
        raise BadFrame("too many parts")
    message = json.loads(head)
    if type(message) is not list or len(message) != 2 or type(message[1]) is not list or len(message[1]) > MAX_BUFFERS:
        raise BadFrame("not a message")
    tree, lengths = message
    buffers, starts, start = [], [], 4 + length
    for size in lengths:
        if type(size) is not int or size < 0 or start + size > len(body):
            raise BadFrame("buffers longer than the frame")
        buffers.append(body[start : start + size])
        starts.append(start)
        start += size
    if start != len(body):
        raise BadFrame("bytes left over")
    return Decoder(buffers, resolve, lambda number: starts[number] % ALIGNED == 0).node(tree)


def encode_str(encoder, value):
    if len(value) <= SHORT:
        return value
    return ["S", encoder.buffer(value.encode("utf-8", "surrogatepass"))]


def encode_int(_encoder, value):
    if -SAFE_INT < value < SAFE_INT:
        return value
    text = format(value, "x")
    if len(text) > MAX_INT_DIGITS:
        raise TooLarge(f"The number has more than {MAX_INT_DIGITS:,} hexadecimal digits.")
    return ["i", text]


def decode_int(_decoder, text):
    if type(text) is not str or len(text) > MAX_INT_DIGITS + 1:
        raise BadFrame("a number too long")
    return int(text, 16)


def encode_float(_encoder, value):
    if value != value:
        return ["f", "nan"]
    if value in (float("inf"), float("-inf")):
        return ["f", "inf" if value > 0 else "-inf"]
    return value


def decode_float(_decoder, text):
    return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[text]


def packed(encoder, values):
    """Buffer of a long sequence of ints or of floats, or None: a million numbers are one buffer, not a million nodes."""
    if len(values) < PACKED_FROM:
        return None
    kind = type(values[0])
    if kind not in (int, float) or any(type(value) is not kind for value in values):
        return None
    try:
        return ["q" if kind is int else "d", encoder.buffer(array.array("q" if kind is int else "d", values))]
    except OverflowError:
        return None


def unpacked(decoder, code, number):
    if code not in ("q", "d"):
        raise BadFrame("an unknown packing")
    values = array.array(code)
    values.frombytes(decoder.buffer(number))
    return values


def encode_list(encoder, value):
    whole = packed(encoder, value)
    return ["pl", *whole] if whole else ["l", *map(encoder.node, value)]


def encode_tuple(encoder, value):
    value = tuple.__getitem__(value, slice(None))
    whole = packed(encoder, value)
    return ["pt", *whole] if whole else ["t", *map(encoder.node, value)]


def encode_dict(encoder, value):
    pairs = []
    for key, item in dict.items(value):
        pairs += [encoder.node(key), encoder.node(item)]
    return ["d", *pairs]


def decode_dict(decoder, *pairs):
    if len(pairs) % 2:
        raise BadFrame("a key without a value")
    return dict(zip(spread([decoder.node(key) for key in pairs[::2]]), [decoder.node(item) for item in pairs[1::2]]))


def spread(keys):
    """The keys, of which not many may have one hash: a set or dict of those takes the square of their number."""
    if len(keys) > MOST_ALIKE:
        hashes = sorted(map(hash, keys))
        if any(one == other for one, other in zip(hashes, hashes[MOST_ALIKE:])):
            raise BadFrame("keys that all have the same hash")
    return keys


def texts(tag, make):
    """Codec of a type that its own text makes again."""
    return lambda _encoder, value: [tag, str(value)], {tag: lambda _decoder, text: make(_short(text))}


def _short(text):
    if type(text) is not str or len(text) > 10_000:
        raise BadFrame("a text too long")
    return text


def _int(value):
    if type(value) is not int:
        raise BadFrame("a fraction of what is no number")
    return value


def sequence(tag, make):
    return lambda encoder, value: [tag, *map(encoder.node, value)], {tag: lambda decoder, *nodes: make(map(decoder.node, nodes))}


register(str, encode_str, {"S": lambda decoder, number: bytes(decoder.buffer(number)).decode("utf-8", "surrogatepass")})
register(int, encode_int, {"i": decode_int})
register(float, encode_float, {"f": decode_float})
register(complex, lambda encoder, value: ["c", encoder.node(value.real), encoder.node(value.imag)],
         {"c": lambda decoder, real, imag: complex(decoder.node(real), decoder.node(imag))})
register(bytes, lambda encoder, value: ["b", encoder.buffer(value)], {"b": lambda decoder, number: bytes(decoder.buffer(number))})
register(bytearray, lambda encoder, value: ["ba", encoder.buffer(bytes(value))], {"ba": lambda decoder, number: bytearray(decoder.buffer(number))})
register(list, encode_list, {"l": lambda decoder, *nodes: [decoder.node(node) for node in nodes],
                             "pl": lambda decoder, code, number: unpacked(decoder, code, number).tolist()})
register(tuple, encode_tuple, {"t": lambda decoder, *nodes: tuple(decoder.node(node) for node in nodes),
                               "pt": lambda decoder, code, number: tuple(unpacked(decoder, code, number))})
for kind in (dict, collections.OrderedDict, collections.defaultdict, collections.Counter):
    register(kind, encode_dict, {"d": decode_dict})
register(set, *sequence("s", lambda items: set(spread(list(items)))))
register(frozenset, *sequence("fs", lambda items: frozenset(spread(list(items)))))
register(collections.deque, *sequence("dq", collections.deque))
register(range, lambda encoder, value: ["r", *map(encoder.node, (value.start, value.stop, value.step))],
         {"r": lambda decoder, *nodes: range(*map(decoder.node, nodes))})
register(decimal.Decimal, *texts("dec", decimal.Decimal))
# By its two numbers: as a text, "1e999999999" would cost whoever reads it a billion digits.
register(fractions.Fraction, lambda encoder, value: ["fr", encoder.node(value.numerator), encoder.node(value.denominator)],
         {"fr": lambda decoder, numerator, denominator: fractions.Fraction(_int(decoder.node(numerator)), _int(decoder.node(denominator)))})
register(datetime.date, lambda _encoder, value: ["day", value.isoformat()], {"day": lambda _decoder, text: datetime.date.fromisoformat(_short(text))})
register(datetime.datetime, lambda _encoder, value: ["time", value.isoformat()], {"time": lambda _decoder, text: datetime.datetime.fromisoformat(_short(text))})
register(datetime.timedelta, lambda _encoder, value: ["span", value.days, value.seconds, value.microseconds],
         {"span": lambda _decoder, days, seconds, micros: datetime.timedelta(days, seconds, micros)})
