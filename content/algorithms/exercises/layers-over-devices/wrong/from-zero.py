# caught by: one heavy layer
# The search starts at zero and the check lets a layer that is too heavy stand alone, so the peak falls below it.
def lay_out(costs, devices):
    n = len(costs)
    if not 1 <= devices <= n:
        raise ValueError

    def split(peak):
        starts, load = [0], 0
        for i, cost in enumerate(costs):
            if i > starts[-1] and (load + cost > peak or n - i == devices - len(starts)):
                starts.append(i)
                load = 0
            load += cost
        return starts

    low, high = 0, sum(costs)
    while low < high:
        middle = (low + high) // 2
        if len(split(middle)) <= devices:
            high = middle
        else:
            low = middle + 1
    return low, split(low)
