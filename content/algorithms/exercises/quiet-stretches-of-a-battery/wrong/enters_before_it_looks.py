# caught by: the first example
# The present moment is in the dictionary when it is looked up: with change 0 each counts itself.
def stretches(flows, change):
    moments = {0: (1, 0)}
    charge = found = longest = 0
    for minute, flow in enumerate(flows, 1):
        charge += flow
        count, first = moments.get(charge, (0, minute))
        moments[charge] = (count + 1, first)
        count, first = moments.get(charge - change, (0, minute))
        found += count
        longest = max(longest, minute - first)
    return found, longest
