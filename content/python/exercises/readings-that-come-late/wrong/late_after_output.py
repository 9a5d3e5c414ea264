# caught by: what is too late
# Late is taken to mean "older than what already came out"; a tuple below the line may slip through.
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
    newest, last = None, None

    for item in readings:
        time = item[0]
        if last is not None and time < last:
            too_late(item)
            continue
        heapq.heappush(waiting, (time, next(arrival), item))
        newest = time if newest is None else max(newest, time)
        # Whatever still comes in time is at least newest - slack, and belongs behind what waits there.
        while waiting and waiting[0][0] <= newest - slack:
            item = heapq.heappop(waiting)[2]
            last = item[0]
            yield item

    while waiting:  # nothing can come any more
        yield heapq.heappop(waiting)[2]
