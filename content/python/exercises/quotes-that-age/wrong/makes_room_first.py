# caught by: a supplier that does not answer
# Room is made before the supplier is asked; if it fails, a good quote is gone for nothing.
import functools

MISSING = object()  # None is a quote like any other


def remember(ttl, capacity, clock):
    if not ttl > 0:
        raise ValueError(f"ttl must be above 0, got {ttl!r}")
    if capacity < 1:
        raise ValueError(f"capacity must be at least 1, got {capacity!r}")

    def ask_once(fetch):
        held = {}  # key -> (quote, fetched at); the key used longest ago comes first

        @functools.wraps(fetch)
        def get(key):
            now = clock()
            entry = held.pop(key, MISSING)
            if entry is MISSING or now - entry[1] >= ttl:
                if len(held) >= capacity:
                    del held[next(iter(held))]
                entry = (fetch(key), now)
            held[key] = entry
            return entry[0]

        def forget(key):
            return held.pop(key, MISSING) is not MISSING

        get.forget = forget
        return get

    return ask_once
