# caught by: the example
# After a guess that fits, the search goes on strictly below it, as in a search for a value that may be absent.
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
            high = middle - 1
        else:
            low = middle + 1

    starts, load = [0], 0
    for layer, cost in enumerate(costs):
        waiting = devices - len(starts)
        if load + cost > low or layers - layer == waiting:
            starts.append(layer)
            load = 0
        load += cost
    return low, starts
