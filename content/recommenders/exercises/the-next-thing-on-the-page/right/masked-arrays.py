import numpy as np


def arrange(appeal, likeness, v):
    appeal = np.array(appeal, dtype=float)
    n = appeal.size
    free = np.ones(n, dtype=bool)
    worst = np.full(n, -np.inf)
    value = appeal.copy()
    for step in range(n):
        if step:
            others = np.flatnonzero(free)
            worst[others] = np.maximum(worst[others], [likeness(newest, int(i)) for i in others])
            value[others] = (1 - v) * appeal[others] - v * worst[others]
        newest = int(np.where(free, value, -np.inf).argmax())
        free[newest] = False
        yield newest
