from bisect import bisect_right
from itertools import accumulate


def lay_out(costs, devices):
    """Prefix sums: each device's share is one bisection, so a check costs devices times log(layers)."""
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError("every device needs at least one layer")
    before = [0, *accumulate(costs)]

    def fill(start, peak):
        return bisect_right(before, before[start] + peak) - 1

    def can_keep(peak):
        end = 0
        for _ in range(devices):
            end = fill(end, peak)
            if end == layers:
                return True
        return False

    low, high = max(costs), before[-1]
    while low < high:
        middle = (low + high) // 2
        if can_keep(middle):
            high = middle
        else:
            low = middle + 1

    starts = [0]
    for waiting in range(devices - 1, 0, -1):
        starts.append(min(fill(starts[-1], low), layers - waiting))
    return low, starts
