# caught by: the earlier entry goes first
# Longest match from the left is another tokenizer's rule (WordPiece); it decodes back to the same text.
import codecs


class CodeBook:
    def __init__(self, entries):
        self.meaning = [bytes([value]) for value in range(256)]
        for a, b in entries:
            self.meaning.append(self.meaning[a] + self.meaning[b])
        self.code_of = {meaning: code for code, meaning in reversed(list(enumerate(self.meaning)))}

    def encode(self, text):
        data, codes = text.encode("utf-8"), []
        longest = max(map(len, self.meaning))
        while data:
            size = next(n for n in range(min(longest, len(data)), 0, -1) if data[:n] in self.code_of)
            codes.append(self.code_of[data[:size]])
            data = data[size:]
        return codes

    def bytes_of(self, code):
        if not 0 <= code < len(self.meaning):
            raise ValueError(code)
        return self.meaning[code]

    def decode(self, codes):
        return b"".join(map(self.bytes_of, codes)).decode("utf-8", "replace")

    def listen(self, codes):
        pending = codecs.getincrementaldecoder("utf-8")("replace")
        for code in codes:
            if piece := pending.decode(self.bytes_of(code)):
                yield piece
        if rest := pending.decode(b"", True):
            yield rest
