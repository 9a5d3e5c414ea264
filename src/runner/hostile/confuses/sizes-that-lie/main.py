# A bytes-like object and a list that change their size while they are looked at.
class Liar(list):
    def __len__(self):
        return 2**62

    def __iter__(self):
        yield from [0] * 10


def double(number):
    return [Liar(), memoryview(b"abc"), slice(None), Ellipsis, NotImplemented, type, range]
