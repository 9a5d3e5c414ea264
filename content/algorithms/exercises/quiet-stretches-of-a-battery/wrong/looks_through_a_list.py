# caught by: twice and four times as many minutes
# One loop to the eye; `count` and `index` walk the list of charges each time.
def stretches(flows, change):
    charges = [0]
    found = longest = 0
    for flow in flows:
        charge = charges[-1] + flow
        count = charges.count(charge - change)
        if count:
            found += count
            longest = max(longest, len(charges) - charges.index(charge - change))
        charges.append(charge)
    return found, longest
