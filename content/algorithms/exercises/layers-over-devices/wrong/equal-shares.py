# caught by: the example
# Filling each device up to the average load sounds fair, but it looks neither ahead nor at the overshoot.
def lay_out(costs, devices):
    n = len(costs)
    if not 1 <= devices <= n:
        raise ValueError
    share = sum(costs) / devices
    starts, load = [0], 0
    for i, cost in enumerate(costs):
        left = devices - len(starts)
        if i > starts[-1] and left and (load + cost > share or n - i == left):
            starts.append(i)
            load = 0
        load += cost
    ends = [*starts[1:], n]
    return max(sum(costs[a:b]) for a, b in zip(starts, ends)), starts
