# caught by: opposites
# The running maximum starts at 0, as for cosine similarities of counts; negative likeness then never shows.
def arrange(appeal, likeness, v):
    closest = [0.0] * len(appeal)
    remaining = list(range(len(appeal)))
    first = True
    while remaining:
        values = [appeal[i] if first else (1 - v) * appeal[i] - v * closest[i] for i in remaining]
        shown, first = remaining.pop(values.index(max(values))), False
        yield shown
        for i in remaining:
            closest[i] = max(closest[i], likeness(i, shown))
