def read_merged(*segments):
    """Yield (key, value) in key order; the newest segment comes first in the arguments and wins."""
    raise NotImplementedError
    yield
