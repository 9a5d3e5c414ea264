def remember(ttl, capacity, clock):
    """Returns a decorator that gives fetch(key) a memory of limited age and size."""
    raise NotImplementedError
