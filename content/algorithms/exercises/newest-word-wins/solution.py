import heapq


def read_merged(*segments):
    heads = []
    for age, segment in enumerate(segments):
        pairs = iter(segment)
        for key, value in pairs:
            # `age` differs between entries, so a comparison never gets as far as the values.
            heads.append((key, age, value, pairs))
            break  # only the head: the rest stays where it is until it is needed
    heapq.heapify(heads)

    last = None  # no key equals it: keys are strings
    while heads:
        key, age, value, pairs = heads[0]
        # For equal keys the smallest age comes first, so every later entry with this key is an older version.
        if key != last and value is not None:
            yield key, value
        last = key
        for next_key, next_value in pairs:
            heapq.heapreplace(heads, (next_key, age, next_value, pairs))
            break
        else:
            heapq.heappop(heads)
