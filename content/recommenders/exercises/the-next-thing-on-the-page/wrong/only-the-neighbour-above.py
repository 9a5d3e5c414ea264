# caught by: drawn pages
# Compares with the object shown last only: no two alike in a row, but the mugs come back every other place.
def arrange(appeal, likeness, v):
    remaining = list(range(len(appeal)))
    last = None
    while remaining:
        values = [appeal[i] if last is None else (1 - v) * appeal[i] - v * likeness(i, last) for i in remaining]
        last = remaining.pop(values.index(max(values)))
        yield last
