# caught by: a visitor who hardly scrolls
# Computes the complete order and then hands it out: lazy to look at, all calls are paid at the first object.
def arrange(appeal, likeness, v):
    closest = [float("-inf")] * len(appeal)
    remaining, order = list(range(len(appeal))), []
    while remaining:
        values = [(1 - v) * appeal[i] - v * closest[i] if order else appeal[i] for i in remaining]
        order.append(remaining.pop(values.index(max(values))))
        for i in remaining:
            closest[i] = max(closest[i], likeness(i, order[-1]))
    yield from order
