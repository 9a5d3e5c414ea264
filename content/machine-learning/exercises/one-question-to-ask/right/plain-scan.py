import math
from itertools import groupby


def best_question(value, pull, weight, lam, gamma, least):
    """Sorted plain lists; one group of equal values at a time."""
    rows = list(zip(value.tolist(), pull.tolist(), weight.tolist()))
    present = sorted(row for row in rows if not math.isnan(row[0]))
    missing_rows = [row for row in rows if math.isnan(row[0])]
    g_all, h_all = sum(r[1] for r in rows), sum(r[2] for r in rows)
    g_gone, h_gone = sum(r[1] for r in missing_rows), sum(r[2] for r in missing_rows)
    base = g_all**2 / (h_all + lam)
    best = (0.0, None, None)
    g = h = 0.0
    passed = 0
    for x, group in groupby(present, key=lambda row: row[0]):
        for _, p, w in group:
            g += p
            h += w
            passed += 1
        for side, left_g, left_h, right_count in (
            ("left", g + g_gone, h + h_gone, len(present) - passed),
            ("right", g, h, len(rows) - passed),
        ):
            right_h = h_all - left_h
            if right_count == 0 or left_h < least or right_h < least:
                continue
            gain = (left_g**2 / (left_h + lam) + (g_all - left_g) ** 2 / (right_h + lam) - base) / 2 - gamma
            best = max(best, (gain, x, side), key=lambda option: option[0])
    gain, x, side = best
    return None if x is None else (x, side, gain)
