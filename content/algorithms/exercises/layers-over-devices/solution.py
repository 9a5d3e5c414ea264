from bisect import bisect_right
from itertools import accumulate


def lay_out(costs, devices):
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError("every device needs at least one layer")
    before = [0, *accumulate(costs)]  # before[i] is the cost of the first i layers

    def fill(start, peak):
        """The end of the longest run of layers from `start` that costs at most `peak`."""
        return bisect_right(before, before[start] + peak) - 1

    def can_keep(peak):
        # Greedy is right here: a device that takes less leaves more to the devices after it, never less.
        end = 0
        for _ in range(devices):
            end = fill(end, peak)
            if end == layers:
                return True
        return False

    # No peak below the largest layer is possible, and the total is always enough. Integers throughout: exact.
    low, high = max(costs), before[-1]
    while low < high:
        middle = (low + high) // 2
        if can_keep(middle):
            high = middle  # it may be the answer itself
        else:
            low = middle + 1

    starts = [0]
    for waiting in range(devices - 1, 0, -1):
        # As much as fits, but one layer has to remain for each device that still waits.
        starts.append(min(fill(starts[-1], low), layers - waiting))
    return low, starts
