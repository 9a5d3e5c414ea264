from itertools import count


def remember(ttl, capacity, clock):
    if ttl <= 0:
        raise ValueError("ttl")
    if capacity <= 0:
        raise ValueError("capacity")

    def decorate(fetch):
        quotes, born, used = {}, {}, {}
        tick = count()

        def get(key):
            now = clock()
            if key not in quotes or now - born[key] >= ttl:
                quote = fetch(key)
                if key not in quotes and len(quotes) >= capacity:
                    get.forget(min(used, key=used.get))
                quotes[key], born[key] = quote, now
            used[key] = next(tick)
            return quotes[key]

        def forget(key):
            if key not in quotes:
                return False
            for table in (quotes, born, used):
                del table[key]
            return True

        get.forget = forget
        return get

    return decorate
