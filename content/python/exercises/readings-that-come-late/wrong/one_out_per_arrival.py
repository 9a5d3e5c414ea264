# caught by: how much is taken
# Each arrival lets at most one tuple go, so after a jump in time the rest stays behind.
import heapq
from itertools import count


def in_order(readings, slack, too_late):
    # A plain function: its checks run when it is called. The generator below runs when it is asked.
    if slack < 0:
        raise ValueError(f"slack must not be negative, got {slack!r}")
    return _in_order(readings, slack, too_late)


def _in_order(readings, slack, too_late):
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
        if waiting and waiting[0][0] <= newest - slack:
            yield heapq.heappop(waiting)[2]

    while waiting:  # nothing can come any more
        yield heapq.heappop(waiting)[2]
