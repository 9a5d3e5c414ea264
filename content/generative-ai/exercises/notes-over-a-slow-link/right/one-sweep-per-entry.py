class CodeBook:
    def __init__(self, entries):
        self.entries = [tuple(pair) for pair in entries]

    def expand(self, code):
        if code < 0 or code >= 256 + len(self.entries):
            raise ValueError(code)
        if code < 256:
            return bytes((code,))
        first, second = self.entries[code - 256]
        return self.expand(first) + self.expand(second)

    def encode(self, text):
        codes = list(text.encode())
        for new, (a, b) in enumerate(self.entries, start=256):
            swept = []
            for code in codes:
                swept.append(code)
                # A fused code is never equal to a, so it cannot be consumed twice in this sweep.
                if swept[-2:] == [a, b]:
                    swept[-2:] = [new]
            codes = swept
        return codes

    def decode(self, codes):
        data = bytearray()
        for code in codes:
            data += self.expand(code)
        return data.decode("utf-8", "replace")

    def listen(self, codes):
        waiting = b""
        for code in codes:
            waiting += self.expand(code)
            # Cut off the incomplete character at the end: at most the last three bytes.
            ready = len(waiting)
            for back in range(1, min(3, ready) + 1):
                lead = waiting[-back]
                if lead >= 0xC0:
                    width = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
                    if width > back:
                        ready -= back
                    break
            if ready:
                yield waiting[:ready].decode("utf-8")
                waiting = waiting[ready:]
        if waiting:
            yield "\ufffd"
