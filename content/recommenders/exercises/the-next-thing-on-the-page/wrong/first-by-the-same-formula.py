# caught by: nothing but variety
# Treats "nothing shown yet" as likeness 0 and scales the appeal: with v = 1 all objects are equal at the start.
def arrange(appeal, likeness, v):
    closest = [float("-inf")] * len(appeal)
    remaining = list(range(len(appeal)))
    shown = None
    while remaining:
        if shown is not None:
            for i in remaining:
                closest[i] = max(closest[i], likeness(i, shown))
        values = [(1 - v) * appeal[i] - (v * closest[i] if shown is not None else 0.0) for i in remaining]
        shown = remaining.pop(values.index(max(values)))
        yield shown
