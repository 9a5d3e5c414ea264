# caught by: the earlier entry goes first
# Merges whichever entry is met first from the left: one readable loop, and the order of the list is forgotten.
import codecs


class CodeBook:
    """Codes for short notes: 0 to 255 are bytes, 256 + i stands for the pair entries[i]."""

    def __init__(self, entries):
        self.meaning = [bytes([value]) for value in range(256)]
        self.place = {}
        for place, (a, b) in enumerate(entries):
            self.meaning.append(self.meaning[a] + self.meaning[b])
            self.place[a, b] = place

    def encode(self, text):
        codes = list(text.encode("utf-8"))
        while True:
            present = self.place.keys() & zip(codes, codes[1:])
            if not present:
                return codes
            first = next(pair for pair in zip(codes, codes[1:]) if pair in present)
            codes = self._replace(codes, first)

    def _replace(self, codes, pair):
        """Replaces a pair from left to right, each code used once: a a a becomes (aa) a."""
        new, result, i = 256 + self.place[pair], [], 0
        while i < len(codes):
            if tuple(codes[i : i + 2]) == pair:
                result.append(new)
                i += 2
            else:
                result.append(codes[i])
                i += 1
        return result

    def _bytes_of(self, code):
        if not 0 <= code < len(self.meaning):
            raise ValueError(f"no code {code} in a book of {len(self.meaning)}")
        return self.meaning[code]

    def decode(self, codes):
        return b"".join(map(self._bytes_of, codes)).decode("utf-8", errors="replace")

    def listen(self, codes):
        pending = codecs.getincrementaldecoder("utf-8")(errors="replace")
        for code in codes:
            if piece := pending.decode(self._bytes_of(code)):
                yield piece
        if rest := pending.decode(b"", final=True):
            yield rest
