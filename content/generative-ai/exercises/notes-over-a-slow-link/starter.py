class CodeBook:
    """Codes for short notes: 0 to 255 are bytes, 256 + i stands for the pair entries[i]."""

    def __init__(self, entries):
        self.entries = entries

    def encode(self, text):
        raise NotImplementedError

    def decode(self, codes):
        raise NotImplementedError

    def listen(self, codes):
        raise NotImplementedError
        yield
