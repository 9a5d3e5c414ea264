import heapq
from functools import reduce


class CodeBook:
    def __init__(self, entries):
        self._rank = {tuple(pair): rank for rank, pair in enumerate(entries)}
        table = {value: bytes([value]) for value in range(256)}
        self._table = reduce(lambda t, p: {**t, len(t): t[p[0]] + t[p[1]]}, entries, table) if entries else table

    def encode(self, text):
        codes = list(text.encode("utf-8"))
        after = [i + 1 for i in range(len(codes))]
        before = [i - 1 for i in range(len(codes))]
        heap = []

        def push(left):
            if 0 <= left and after[left] < len(codes):
                pair = codes[left], codes[after[left]]
                if pair in self._rank:
                    # Equal rank: the smaller position first, which is the sweep from left to right.
                    heapq.heappush(heap, (self._rank[pair], left, pair))

        for i in range(len(codes)):
            push(i)
        while heap:
            rank, left, pair = heapq.heappop(heap)
            if codes[left] is None or after[left] >= len(codes):
                continue
            right = after[left]
            if (codes[left], codes[right]) != pair:
                continue
            codes[left], codes[right] = 256 + rank, None
            after[left] = after[right]
            if after[left] < len(codes):
                before[after[left]] = left
            push(before[left])
            push(left)
        return [code for code in codes if code is not None]

    def _get(self, code):
        try:
            return self._table[code]
        except KeyError:
            raise ValueError(f"unknown code {code}") from None

    def decode(self, codes):
        return str(b"".join([self._get(code) for code in codes]), "utf-8", "replace")

    def listen(self, codes):
        held = bytearray()
        for code in codes:
            held.extend(self._get(code))
            try:
                text, rest = held.decode("utf-8"), b""
            except UnicodeDecodeError as error:
                # Everything before the incomplete character is fine; the error says where it starts.
                text, rest = held[: error.start].decode("utf-8"), held[error.start :]
            held = bytearray(rest)
            if text:
                yield text
        if held:
            yield "\N{REPLACEMENT CHARACTER}"
