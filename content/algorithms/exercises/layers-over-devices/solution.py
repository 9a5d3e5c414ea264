def lay_out(costs, devices):
    layers = len(costs)
    if not 1 <= devices <= layers:
        raise ValueError("every device needs at least one layer")

    def needed(peak):
        """How many devices it takes when none may carry more than `peak` (at least the largest layer)."""
        # Greedy is right here: a device that takes less leaves more to the devices after it, never less.
        count, load = 1, 0
        for cost in costs:
            if load + cost > peak:
                count += 1
                load = 0
            load += cost
        return count

    # No peak below the largest layer is possible, and the total is always enough. Integers throughout: exact.
    low, high = max(costs), sum(costs)
    while low < high:
        middle = (low + high) // 2
        if needed(middle) <= devices:
            high = middle  # it may be the answer itself
        else:
            low = middle + 1

    starts, load = [0], 0
    for layer, cost in enumerate(costs):
        waiting = devices - len(starts)
        # The next device begins when this one is full, or when each layer that is left is owed to a waiting device.
        if load + cost > low or layers - layer == waiting:
            starts.append(layer)
            load = 0
        load += cost
    return low, starts
