# caught by: the example
# The last device is filled first, which reaches the same peak by another layout.
def lay_out(costs, devices):
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError("every device needs at least one layer")

    def needed(peak):
        """How many devices it takes when none may carry more than `peak` (at least the largest layer)."""
        count, load = 1, 0
        for cost in costs:
            if load + cost > peak:
                count += 1
                load = 0
            load += cost
        return count

    low, high = max(costs), sum(costs)
    while low < high:
        middle = (low + high) // 2
        if needed(middle) <= devices:
            high = middle
        else:
            low = middle + 1

    starts, load = [], 0
    for layer in reversed(range(layers)):
        waiting = devices - 1 - len(starts)
        if layer + 1 == waiting or load + costs[layer] > low:
            starts.append(layer + 1)
            load = 0
        load += costs[layer]
    return low, [0, *reversed(starts)]
