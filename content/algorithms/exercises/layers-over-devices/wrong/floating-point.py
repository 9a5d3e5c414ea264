# caught by: enormous costs
# A hundred halvings of a float interval feel exact; above 2 to the power of 53 a float cannot hold every integer.
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

    low, high = 0.0, float(before[-1])
    for _ in range(100):
        middle = (low + high) / 2
        if middle >= max(costs) and can_keep(middle):
            high = middle
        else:
            low = middle
    low = round(high)

    starts = [0]
    for waiting in range(devices - 1, 0, -1):
        starts.append(min(fill(starts[-1], low), layers - waiting))
    return low, starts
