# caught by: devices to spare
# The layout is read off the greedy check, which uses as few devices as it can; the others get nothing.
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

    starts, load = [0], 0
    for layer, cost in enumerate(costs):
        if load + cost > low:
            starts.append(layer)
            load = 0
        load += cost
    return low, starts + [layers] * (devices - len(starts))
