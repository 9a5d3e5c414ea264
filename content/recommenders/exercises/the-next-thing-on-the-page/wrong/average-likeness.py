# caught by: drawn pages
# Takes the mean over what is shown instead of the maximum: one near-duplicate is outvoted by the rest of the page.
def arrange(appeal, likeness, v):
    total = [0.0] * len(appeal)
    remaining = list(range(len(appeal)))
    shown = []
    while remaining:
        values = [(1 - v) * appeal[i] - v * total[i] / len(shown) if shown else appeal[i] for i in remaining]
        shown.append(remaining.pop(values.index(max(values))))
        yield shown[-1]
        for i in remaining:
            total[i] += likeness(i, shown[-1])
