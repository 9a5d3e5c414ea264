def stretches(flows, change):
    # charge -> [how many moments had it, minutes walked at the first]; the moment before all minutes is one
    moments = {0: [1, 0]}
    charge = found = longest = 0
    for minute, flow in enumerate(flows, 1):
        charge += flow
        begins = moments.get(charge - change)
        if begins is not None:
            count, first = begins
            found += count
            longest = max(longest, minute - first)
        # Entered after the look-up: a stretch has at least one minute.
        if charge in moments:
            moments[charge][0] += 1
        else:
            moments[charge] = [1, minute]
    return found, longest
