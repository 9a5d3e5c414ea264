from bisect import bisect_right
from collections import deque


def in_order(readings, slack, too_late):
    if slack < 0:
        raise ValueError("slack")

    def flow():
        times, items = [], []
        line = None
        for item in readings:
            if line is not None and item[0] < line:
                too_late(item)
                continue
            place = bisect_right(times, item[0])  # behind its equals
            times.insert(place, item[0])
            items.insert(place, item)
            line = times[-1] - slack if line is None else max(line, times[-1] - slack)
            ready = bisect_right(times, line)
            leaving = deque(items[:ready])
            del times[:ready], items[:ready]
            yield from leaving
        yield from items

    return flow()
