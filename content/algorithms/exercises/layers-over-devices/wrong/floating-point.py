# caught by: enormous costs
# A hundred halvings of a float interval feel exact; above 2 to the power of 53 a float cannot hold every integer.
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

    low, high = max(costs) - 1.0, float(sum(costs))
    for _ in range(100):
        middle = (low + high) / 2
        if middle >= max(costs) and needed(middle) <= devices:
            high = middle
        else:
            low = middle
    low = round(high)

    starts, load = [0], 0
    for layer, cost in enumerate(costs):
        waiting = devices - len(starts)
        if load + cost > low or layers - layer == waiting:
            starts.append(layer)
            load = 0
        load += cost
    return low, starts
