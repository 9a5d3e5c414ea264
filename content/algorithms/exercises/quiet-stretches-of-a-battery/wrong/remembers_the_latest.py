# caught by: the first example
# The latest moment with a charge replaces the first: right counts, stretches that are too short.
def stretches(flows, change):
    moments = {0: (1, 0)}
    charge = found = longest = 0
    for minute, flow in enumerate(flows, 1):
        charge += flow
        count, latest = moments.get(charge - change, (0, minute))
        found += count
        longest = max(longest, minute - latest)
        count, _ = moments.get(charge, (0, minute))
        moments[charge] = (count + 1, minute)
    return found, longest
