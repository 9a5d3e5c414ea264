from bisect import bisect_right
from itertools import accumulate


def lay_out(costs, devices):
    """Halve over real loads only: each failed guess is raised to the smallest load that some device refused."""
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError
    before = list(accumulate(costs, initial=0))

    def attempt(peak):
        """The starts of a greedy layout at this peak, or None; and the least load that would have let a device take more."""
        starts, end, refused = [], 0, before[-1]
        for _ in range(devices):
            starts.append(end)
            end = bisect_right(before, before[end] + peak) - 1
            if end == layers:
                return starts, refused
            refused = min(refused, before[end + 1] - before[starts[-1]])
        return None, refused

    low, high = max(max(costs), -(-before[-1] // devices)), before[-1]
    while low < high:
        middle = (low + high) // 2
        starts, refused = attempt(middle)
        if starts is None:
            low = refused
        else:
            high = middle
    starts, _ = attempt(low)
    starts += [layers] * (devices - len(starts))
    return low, [min(start, layers - devices + i) for i, start in enumerate(starts)]
