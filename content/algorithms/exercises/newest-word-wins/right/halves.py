def _two(new, old):
    """Merge two segments that may contain deletions; the deletions are kept, for they may hide something older still."""
    new, old = iter(new), iter(old)
    a, b = next(new, None), next(old, None)
    while a is not None or b is not None:
        if b is None or (a is not None and a[0] < b[0]):
            yield a
            a = next(new, None)
        elif a is None or b[0] < a[0]:
            yield b
            b = next(old, None)
        else:
            yield a
            a, b = next(new, None), next(old, None)


def _all(segments):
    if len(segments) == 1:
        return segments[0]
    middle = len(segments) // 2
    return _two(_all(segments[:middle]), _all(segments[middle:]))


def read_merged(*segments):
    if segments:
        for pair in _all(segments):
            if pair[1] is not None:
                yield pair
