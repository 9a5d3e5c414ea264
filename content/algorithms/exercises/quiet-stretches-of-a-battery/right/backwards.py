def stretches(flows, change):
    # From the last minute to the first: the ends that were passed, by their charge counted from the end.
    ends = {0: (1, len(flows))}
    charge = found = longest = 0
    for minute in range(len(flows) - 1, -1, -1):
        charge += flows[minute]
        count, last = ends.get(charge - change, (0, minute))
        found += count
        longest = max(longest, last - minute)
        count, last = ends.get(charge, (0, minute))
        ends[charge] = (count + 1, last)
    return found, longest
