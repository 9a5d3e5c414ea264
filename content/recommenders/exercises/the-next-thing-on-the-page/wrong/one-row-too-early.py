# caught by: a visitor who hardly scrolls
# Updates the maxima before the yield, together with the choice: the pairs of an object are paid when it is shown.
def arrange(appeal, likeness, v):
    closest = [float("-inf")] * len(appeal)
    remaining = list(range(len(appeal)))
    first = True
    while remaining:
        values = [appeal[i] if first else (1 - v) * appeal[i] - v * closest[i] for i in remaining]
        shown, first = remaining.pop(values.index(max(values))), False
        for i in remaining:
            closest[i] = max(closest[i], likeness(i, shown))
        yield shown
