# caught by: no further than needed
# The heads are fetched in an ordinary function that returns a generator, so the call itself already reads.
import heapq


def read_merged(*segments):
    heads = []
    for age, segment in enumerate(segments):
        pairs = iter(segment)
        for key, value in pairs:
            heads.append((key, age, value, pairs))
            break
    heapq.heapify(heads)

    def run():
        last = None
        while heads:
            key, age, value, pairs = heapq.heappop(heads)
            if key != last and value is not None:
                yield key, value
            last = key
            for next_key, next_value in pairs:
                heapq.heappush(heads, (next_key, age, next_value, pairs))
                break

    return run()
