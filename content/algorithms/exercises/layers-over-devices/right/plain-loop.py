def lay_out(costs, devices):
    """No prefix sums: walk over all layers for every guess."""
    n = len(costs)
    if devices < 1 or devices > n:
        raise ValueError(f"{devices} devices, {n} layers")

    def needed(peak):
        count, load = 1, 0
        for cost in costs:
            load += cost
            if load > peak:
                count += 1
                load = cost
        return count

    low, high = max(costs) - 1, sum(costs)  # low is never enough, high always is
    while high - low > 1:
        middle = (low + high) // 2
        if needed(middle) <= devices:
            high = middle
        else:
            low = middle

    starts, load = [0], 0
    for i, cost in enumerate(costs):
        left = devices - len(starts)
        if i > starts[-1] and left and (load + cost > high or n - i == left):
            starts.append(i)
            load = 0
        load += cost
    return high, starts
