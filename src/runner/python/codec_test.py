"""The codec under fire: everything that travels comes back the same, and no frame does more than be refused.

Run by codec.test.ts with the path of runtime/ as argument.
"""
import json
import os
import pickle
import random
import struct
import sys
import unittest

sys.path.insert(0, sys.argv.pop(1))

import codec  # noqa: E402
import codec_numpy  # noqa: E402, F401
import codec_pandas  # noqa: E402, F401
import codec_torch  # noqa: E402, F401
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import torch  # noqa: E402
from compare import Rules, compare  # noqa: E402


def refer(value):
    raise TypeError(type(value).__name__)


def resolve(parts):
    raise codec.BadFrame("a reference")


def trip(value):
    return codec.unpack(memoryview(b"".join(codec.pack(value, refer)))[4:], resolve)


def framed(head, *buffers):
    text = head if isinstance(head, bytes) else json.dumps(head).encode()
    return struct.pack("<I", len(text)) + text + b"".join(buffers)


DTYPES = [name for name in codec_numpy.DTYPES] + ["M8[ns]", "m8[s]", "U3", "S2"]


def drawn_array(rng):
    shape = tuple(rng.randrange(4) for _ in range(rng.randrange(4)))
    dtype = np.dtype(rng.choice(DTYPES))
    size = int(np.prod(shape)) if shape else 1
    if dtype.kind in "US":
        return np.array([rng.choice(["a", "bc", ""]) for _ in range(size)], dtype=dtype).reshape(shape)
    if dtype.kind == "b":
        return np.array([rng.random() < 0.5 for _ in range(size)]).reshape(shape)
    return np.frombuffer(rng.randbytes(size * dtype.itemsize), dtype).reshape(shape)


def drawn(rng, depth=0):
    plain = [
        lambda: None, lambda: rng.random() < 0.5, lambda: rng.randrange(-(2**70), 2**70), lambda: rng.uniform(-1e9, 1e9),
        lambda: rng.choice([float("inf"), -0.0, 5e-324]), lambda: "".join(map(chr, rng.choices(range(1, 0x500), k=rng.randrange(400)))),
        lambda: rng.randbytes(rng.randrange(50)), lambda: complex(rng.random(), rng.random()), lambda: [rng.random()] * rng.randrange(40),
        lambda: list(range(rng.randrange(40))), lambda: drawn_array(rng), lambda: np.float32(rng.random()), lambda: range(rng.randrange(9)),
        lambda: torch.randn(rng.randrange(3), 2, dtype=rng.choice([torch.float32, torch.bfloat16, torch.complex64])),
        lambda: pd.DataFrame({"a": [1.5, None], "b": ["x", None], "c": pd.Categorical(["u", "v"])}),
        lambda: pd.Series(pd.date_range("2024", periods=2, tz="UTC"), name="t"),
    ]
    deep = [
        lambda: [drawn(rng, depth + 1) for _ in range(rng.randrange(4))], lambda: tuple(drawn(rng, depth + 1) for _ in range(rng.randrange(4))),
        lambda: {rng.choice([1, "a", (2, "b"), None, rng.random()]): drawn(rng, depth + 1) for _ in range(rng.randrange(4))},
        lambda: {rng.randrange(100) for _ in range(rng.randrange(5))},
    ]
    return rng.choice(plain + deep if depth < 4 else plain)()


class Codec(unittest.TestCase):
    def test_what_travels_comes_back_the_same(self):
        for seed in range(400):
            value = drawn(random.Random(seed))
            difference = compare(trip(value), value, Rules(strict=True, nan=True))
            self.assertIsNone(difference, f"seed {seed}: {difference}")

    def test_a_buffer_that_is_named_twice_makes_two_values(self):
        tree = ["l", ["a", "float64", [2], 0], ["a", "float64", [2], 0]]
        data = np.array([1.0, 2.0]).tobytes()
        head = json.dumps([tree, [len(data)]]).encode()
        head += b" " * (-(4 + len(head)) % codec.ALIGNED)
        body = bytearray(struct.pack("<I", len(head)) + head + data)
        one, other = codec.unpack(memoryview(body), None)
        one[0] = 5.0
        self.assertEqual(other.tolist(), [1.0, 2.0])
        self.assertEqual(bytes(body[-16:-8]), np.float64(5.0).tobytes())  # the first lies where it came

    def test_flipped_and_cut_frames_are_values_or_refused(self):
        for seed in range(1500):
            rng = random.Random(seed)
            body = bytearray(b"".join(codec.pack(drawn(rng), refer))[4:])
            for _ in range(rng.randrange(1, 6)):
                body[rng.randrange(len(body))] = rng.randrange(256)
            if rng.random() < 0.3:
                del body[rng.randrange(len(body)) :]
            self.refused_or_value(bytes(body))

    def test_noise_is_refused(self):
        for seed in range(300):
            rng = random.Random(seed)
            noise = rng.randbytes(rng.randrange(200))
            self.refused(noise)
            self.refused(framed(noise))

    def test_trees_of_every_tag_with_wrong_parts_are_values_or_refused(self):
        junk = [None, True, -1, 2**40, 1.5, "x", "O", "object", "V8", [], ["l"], [["x"]], {}, "9" * 5000]
        for seed in range(4000):
            rng = random.Random(seed)
            tag = rng.choice([*codec.DECODERS, "ref", "zz", 7])
            node = [tag, *(rng.choice(junk) for _ in range(rng.randrange(6)))]
            self.refused_or_value(framed([node, [rng.choice([0, 8, -1, 2**40])]], b"12345678"))

    def test_hostile_frames_are_refused(self):
        class Bomb:
            def __reduce__(self):
                return os._exit, (1,)

        deep = b"[" * 200_000 + b"]" * 200_000
        nested = ["l"]
        for _ in range(5000):
            nested = ["l", nested]
        for name, body in {
            "nothing": b"",
            "a pickle": pickle.dumps(Bomb()),
            "a pickle in a frame": framed(pickle.dumps(Bomb())),
            "deep brackets": framed(deep),
            "a million nodes": framed(b'[["l",' + b"1," * 2_000_000 + b"1],[]]"),
            "an array without its data": framed([["a", "float64", [2**30, 1024], 0], [8]], b"12345678"),
            "a negative shape": framed([["a", "float64", [-1, -8], 0], [64]], bytes(64)),
            "objects as numbers": framed([["a", "object", [1], 0], [8]], b"12345678"),
            "a structured dtype": framed([["a", "i4,O", [1], 0], [12]], bytes(12)),
            "bytes without a meaning": framed([["a", "V8", [1], 0], [8]], bytes(8)),
            "an empty dtype, endlessly": framed([["a", "<U0", [2**39], 0], [0]]),
            "booleans of another kind": framed([["a", "bool", [1], 0], [1]], b"\x07"),
            "a tensor of objects": framed([["T", "object", [1], False, 0], [8]], bytes(8)),
            "a buffer beyond the end": framed([["b", 0], [2**31]]),
            "a number of a million digits": framed([["i", "f" * 1_000_000], []]),
            "an unhashable key": framed([["d", ["l"], 1], []]),
            "an object": framed(b'[{"__class__":"os.system"},[]]'),
            "a frame with a pickled column": framed([["df", ["flat", None, ["np", ["b", 0]]], ["flat", None, ["zz"]]], [4]], b"cos\n"),
        }.items():
            with self.subTest(name):
                self.refused(body)
        self.refused_or_value(framed(json.dumps([nested[:1], []]).encode()))

    def test_a_value_too_large_is_not_sent(self):
        endless = []
        endless.append(endless)
        for value in (endless, b"x" * (codec.MAX_FRAME + 1), [[]] * (codec.MAX_NODES + 1), 16**codec.MAX_INT_DIGITS, np.zeros(codec.MAX_FRAME)):
            with self.assertRaises(codec.TooLarge):
                codec.pack(value, refer)

    def test_subclasses_do_not_travel_as_what_they_claim(self):
        class Liar(int):
            pass

        class Array(np.ndarray):
            pass

        for value in (Liar(3), np.zeros(2).view(Array), type("Text", (str,), {})("x"), type("Frame", (pd.DataFrame,), {})()):
            with self.assertRaises(TypeError):
                codec.pack(value, refer)

    def refused(self, body):
        with self.assertRaises(codec.BadFrame):
            codec.unpack(memoryview(body), resolve)

    def refused_or_value(self, body):
        try:
            codec.unpack(memoryview(body), resolve)
        except codec.BadFrame:
            pass


if __name__ == "__main__":
    unittest.main()
