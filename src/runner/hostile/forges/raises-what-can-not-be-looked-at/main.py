# An exception whose text, type and story all fail.
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit

    @property
    def __mro__(cls):
        raise KeyboardInterrupt


class Shy(BaseException, metaclass=Meta):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__

    @property
    def __traceback__(self):
        raise KeyboardInterrupt


def double(number):
    raise Shy
