def widest(numbers):
    ordered = sorted(numbers)
    best = 0
    for place in range(1, len(ordered)):
        gap = ordered[place] - ordered[place - 1]
        if gap > best:
            best = gap
    return best
