# caught by: a bad slack
# One generator function is less to write; its check waits, like everything in it, for the first next.
import heapq
from itertools import count


def in_order(readings, slack, too_late):
    if slack < 0:
        raise ValueError(f"slack must not be negative, got {slack!r}")
    waiting = []  # heap of (time, number of arrival, item): a tie is decided before the item is looked at
    arrival = count()
    newest = None

    for item in readings:
        time = item[0]
        if newest is not None and time < newest - slack:
            too_late(item)
            continue
        heapq.heappush(waiting, (time, next(arrival), item))
        newest = time if newest is None else max(newest, time)
        # Whatever still comes in time is at least newest - slack, and belongs behind what waits there.
        while waiting and waiting[0][0] <= newest - slack:
            yield heapq.heappop(waiting)[2]

    while waiting:  # nothing can come any more
        yield heapq.heappop(waiting)[2]
