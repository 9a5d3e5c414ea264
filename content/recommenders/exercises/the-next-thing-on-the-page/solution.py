import numpy as np


def arrange(appeal, likeness, v):
    """Yields the indices of all objects, one whenever the page asks for the next."""
    remaining = list(range(len(appeal)))
    # The largest likeness to anything shown. Not 0 at the start: likeness may be negative.
    closest = np.full(len(appeal), -np.inf)
    shown = None
    while remaining:
        if shown is None:
            values = [appeal[i] for i in remaining]
        else:
            # Only pairs with the newest object are new; the older ones are in `closest` already.
            for i in remaining:
                closest[i] = max(closest[i], likeness(i, shown))
            values = [(1 - v) * appeal[i] - v * closest[i] for i in remaining]
        # argmax returns the first of several largest values, and `remaining` is in order of index.
        shown = remaining.pop(int(np.argmax(values)))
        # Everything above runs when this object is asked for, everything below when the next one is.
        yield shown
