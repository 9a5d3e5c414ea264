# caught by: twice and four times as many minutes
# Two loops with a running sum: right, and quadratic.
def stretches(flows, change):
    found = longest = 0
    for start in range(len(flows)):
        charge = 0
        for end in range(start, len(flows)):
            charge += flows[end]
            if charge == change:
                found += 1
                longest = max(longest, end - start + 1)
    return found, longest
