from collections import Counter
from itertools import accumulate


def stretches(flows, change):
    charges = [0, *accumulate(flows)]
    first, seen = {}, Counter()
    found = longest = 0
    for moment, charge in enumerate(charges):
        wanted = charge - change
        found += seen[wanted]
        if wanted in first:
            longest = max(longest, moment - first[wanted])
        seen[charge] += 1
        first.setdefault(charge, moment)
    return found, longest
