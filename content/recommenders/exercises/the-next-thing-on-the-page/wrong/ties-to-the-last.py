# caught by: equal values
# Keeps the best with >=, so the last of several equals wins.
def arrange(appeal, likeness, v):
    closest = [float("-inf")] * len(appeal)
    remaining = list(range(len(appeal)))
    shown = None
    while remaining:
        best = None
        for i in remaining:
            if shown is not None:
                closest[i] = max(closest[i], likeness(i, shown))
            value = appeal[i] if shown is None else (1 - v) * appeal[i] - v * closest[i]
            if best is None or value >= best[0]:
                best = value, i
        shown = best[1]
        remaining.remove(shown)
        yield shown
