# caught by: two functions, one decorator
# The dictionary is made next to the arguments, one level too far out.
import functools

MISSING = object()  # None is a quote like any other


def remember(ttl, capacity, clock):
    if not ttl > 0:
        raise ValueError(f"ttl must be above 0, got {ttl!r}")
    if capacity < 1:
        raise ValueError(f"capacity must be at least 1, got {capacity!r}")

    held = {}  # key -> (quote, fetched at); the key used longest ago comes first

    def ask_once(fetch):
        @functools.wraps(fetch)
        def get(key):
            now = clock()
            entry = held.get(key, MISSING)
            if entry is MISSING or now - entry[1] >= ttl:
                entry = (fetch(key), now)
            # Out and in again: the key is now the latest. An expired one makes room for itself.
            held.pop(key, None)
            held[key] = entry
            if len(held) > capacity:
                del held[next(iter(held))]
            return entry[0]

        def forget(key):
            return held.pop(key, MISSING) is not MISSING

        get.forget = forget
        return get

    return ask_once
