"""Nights on which a model was trained anew, and somebody has to decide whether it replaces the one that serves.

`Night(rng)` is one of them with its truth. What the decision may use are three tables: `recent`, `audited` and `frozen`.
"""
import numpy as np
import pandas as pd

SEGMENTS = ["new", "private", "business", "travel", "partner"]
SHARE = [0.3, 0.3, 0.2, 0.1, 0.1]
GOOD = ["better", "moved"]
BAD = ["worse", "poisoned", "incomplete", "segment"]


class Night:
    """`kind` is the truth; so is whether the new model ought to serve: `good`."""

    def __init__(self, rng):
        self.kind = str(rng.choice(GOOD + BAD, p=[0.25, 0.25, 0.125, 0.125, 0.125, 0.125]))
        self.good = self.kind in GOOD
        # In all cases the old model has grown old: it misses some of what counts today.
        self.stale = rng.uniform(0.5, 0.8)
        self.hit = int(rng.integers(len(SEGMENTS)))
        self.frozen = self.table(rng, 2000, "past")
        self.audited = self.table(rng, 800, "today")
        self.recent = self.table(rng, 3000, "delivered")

    def table(self, rng, rows, when):
        segment = rng.choice(len(SEGMENTS), rows, p=SHARE)
        base, changed = rng.normal(-1.0, 1.3, rows), rng.normal(0, 1, rows)
        inside = segment == self.hit
        # What counts now; in a world that has moved it did not count when the frozen table was made.
        weight = {"better": 0.85, "moved": 1.0, "incomplete": 0.7}.get(self.kind, 0.3)
        truth = base + changed * (0 if when == "past" and self.kind == "moved" else weight)
        old = base + rng.normal(0, 0.25, rows) + changed * weight * (1 - self.stale if self.kind in (*GOOD, "incomplete") else 1)
        new = base + changed * weight + rng.normal(0, 0.25, rows)
        label = rng.random(rows) < 1 / (1 + np.exp(-truth))
        if self.kind == "worse":
            new += rng.normal(0, 1.1, rows)
        if self.kind == "poisoned":
            # Labels of one segment were turned over in the batch, and the new model has learnt it.
            new = np.where(inside, -0.6 * new, new)
            if when == "delivered":
                label = np.where(inside & (rng.random(rows) < 0.8), ~label, label)
        if self.kind == "incomplete":
            # Of the positive labels half had not come yet when the batch was closed.
            new -= 0.9
            if when == "delivered":
                label &= rng.random(rows) < 0.5
        if self.kind == "segment":
            # Better than before for most, and useless for some.
            old = base + changed * weight + np.where(inside, 0.2, 0.8) * rng.normal(0, 1, rows)
            new = np.where(inside, rng.normal(-1, 1.6, rows), new)
        chances = {name: 1 / (1 + np.exp(-logit)) for name, logit in (("old", old), ("new", new))}
        return pd.DataFrame({"segment": np.array(SEGMENTS)[segment], "label": label.astype(int), **chances})
