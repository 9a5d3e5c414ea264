# caught by: what the service is asked
# The rule word for word: right order, and every shown object is compared again at each step.
def arrange(appeal, likeness, v):
    shown = []
    remaining = list(range(len(appeal)))
    while remaining:
        if shown:
            values = [(1 - v) * appeal[i] - v * max(likeness(i, j) for j in shown) for i in remaining]
        else:
            values = [appeal[i] for i in remaining]
        shown.append(remaining.pop(values.index(max(values))))
        yield shown[-1]
