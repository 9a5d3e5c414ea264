# caught by: nothing is taken before it is asked for
# The first element is fetched when the function is called, to have a newest time to begin with.
import heapq
from itertools import chain, count


def in_order(readings, slack, too_late):
    # A plain function: its checks run when it is called. The generator below runs when it is asked.
    if slack < 0:
        raise ValueError(f"slack must not be negative, got {slack!r}")
    readings = iter(readings)
    first = next(readings, None)
    if first is None:
        return iter(())
    return _in_order(chain([first], readings), slack, too_late)


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
        while waiting and waiting[0][0] <= newest - slack:
            yield heapq.heappop(waiting)[2]

    while waiting:  # nothing can come any more
        yield heapq.heappop(waiting)[2]
