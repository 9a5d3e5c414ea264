# caught by: quotes that look empty
# `if entry` and `get(key)` read well, and every quote of the first tests is a positive number.
import functools

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
            quote, born = held.get(key, (None, now))
            if not quote or now - born >= ttl:
                quote, born = fetch(key), now
            entry = (quote, born)
            # Out and in again: the key is now the latest. An expired one makes room for itself.
            held.pop(key, None)
            held[key] = entry
            if len(held) > capacity:
                del held[next(iter(held))]
            return entry[0]

        def forget(key):
            return held.pop(key, None) is not None

        get.forget = forget
        return get

    return ask_once
