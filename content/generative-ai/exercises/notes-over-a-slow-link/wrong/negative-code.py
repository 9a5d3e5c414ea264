# caught by: codes that no book holds
# An IndexError is turned into a ValueError, but a negative index is a valid one: -1 is the last entry.
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
            codes = self._replace(codes, min(present, key=self.place.__getitem__))

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
        try:
            return self.meaning[code]
        except IndexError:
            raise ValueError(code) from None

    def decode(self, codes):
        return b"".join(map(self._bytes_of, codes)).decode("utf-8", errors="replace")

    def listen(self, codes):
        pending = codecs.getincrementaldecoder("utf-8")(errors="replace")
        for code in codes:
            if piece := pending.decode(self._bytes_of(code)):
                yield piece
        if rest := pending.decode(b"", final=True):
            yield rest
