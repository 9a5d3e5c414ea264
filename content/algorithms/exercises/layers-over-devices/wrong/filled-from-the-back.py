# caught by: the example
# The last device is filled first, which reaches the same peak by another layout.
from bisect import bisect_right
from itertools import accumulate


def lay_out(costs, devices):
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError("every device needs at least one layer")
    before = [0, *accumulate(costs)]

    def fill(start, peak):
        """The end of the longest run of layers from `start` that costs at most `peak`."""
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

    ends = [layers]
    for waiting in range(devices - 1, 0, -1):
        start = ends[-1] - 1
        while start > waiting and before[ends[-1]] - before[start - 1] <= low:
            start -= 1
        ends.append(start)
    return low, [0, *reversed(ends[1:])]
