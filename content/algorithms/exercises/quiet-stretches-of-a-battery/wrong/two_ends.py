# caught by: drawn flows
# A window that gives up its first minute when the sum is too large; flows of both signs break it.
def stretches(flows, change):
    found = longest = start = charge = 0
    for end, flow in enumerate(flows):
        charge += flow
        while start < end and charge > change:
            charge -= flows[start]
            start += 1
        if charge == change:
            found += 1
            longest = max(longest, end - start + 1)
    return found, longest
