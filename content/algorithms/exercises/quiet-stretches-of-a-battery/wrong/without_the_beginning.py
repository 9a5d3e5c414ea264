# caught by: stretches that begin with the first minute
# The charge before the first minute is forgotten.
def stretches(flows, change):
    moments = {}
    charge = found = longest = 0
    for minute, flow in enumerate(flows, 1):
        charge += flow
        count, first = moments.get(charge - change, (0, minute))
        found += count
        longest = max(longest, minute - first)
        count, first = moments.get(charge, (0, minute))
        moments[charge] = (count + 1, first)
    return found, longest
