from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate


def stretches(flows, change):
    moments = defaultdict(list)
    for moment, charge in enumerate(accumulate(flows, initial=0)):
        moments[charge].append(moment)
    found = longest = 0
    for charge, ends in list(moments.items()):
        begins = moments.get(charge - change)
        if not begins:
            continue
        found += sum(bisect_left(begins, end) for end in ends)
        if begins[0] < ends[-1]:
            longest = max(longest, ends[-1] - begins[0])
    return found, longest
