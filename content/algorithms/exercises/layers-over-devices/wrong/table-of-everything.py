# caught by: a deep network
# "Smallest maximum over contiguous groups" is a textbook table, and the table has layers times devices cells.
def lay_out(costs, devices):
    n = len(costs)
    if not 1 <= devices <= n:
        raise ValueError
    total = [0]
    for cost in costs:
        total.append(total[-1] + cost)
    rest = [total[n] - t for t in total]
    tables = [rest]
    for used in range(2, devices + 1):
        rest = [
            min((max(total[j] - total[i], rest[j]) for j in range(i + 1, n - used + 2)), default=float("inf"))
            for i in range(n + 1)
        ]
        tables.append(rest)
    peak = tables[-1][0]
    starts = [0]
    for used in range(devices - 1, 0, -1):
        i = starts[-1]
        starts.append(max(j for j in range(i + 1, n - used + 1) if total[j] - total[i] <= peak and tables[used - 1][j] <= peak))
    return peak, starts
