from bisect import bisect_left
from itertools import accumulate


def lay_out(costs, devices):
    """The library does the halving: the first True in a range of peaks."""
    if not costs or not 0 < devices <= len(costs):
        raise ValueError("cannot be laid out")
    total = list(accumulate(costs, initial=0))

    def stop(start, peak):
        low, high = start, len(costs)
        while low < high:
            middle = (low + high + 1) // 2
            if total[middle] - total[start] <= peak:
                low = middle
            else:
                high = middle - 1
        return low

    def fits(peak):
        at = 0
        for _ in range(devices):
            at = stop(at, peak)
        return at == len(costs)

    smallest = max(costs)
    peak = smallest + bisect_left(range(total[-1] - smallest + 1), True, key=lambda extra: fits(smallest + extra))
    starts = [0]
    while len(starts) < devices:
        starts.append(min(stop(starts[-1], peak), len(costs) - devices + len(starts)))
    return peak, starts
