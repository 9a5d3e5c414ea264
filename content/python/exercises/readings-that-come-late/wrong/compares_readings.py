# caught by: equal times
# The heap holds the tuples as they are; with a tie it goes on to compare the readings.
import heapq


def in_order(readings, slack, too_late):
    # A plain function: its checks run when it is called. The generator below runs when it is asked.
    if slack < 0:
        raise ValueError(f"slack must not be negative, got {slack!r}")
    return _in_order(readings, slack, too_late)


def _in_order(readings, slack, too_late):
    waiting = []
    newest = None

    for item in readings:
        time = item[0]
        if newest is not None and time < newest - slack:
            too_late(item)
            continue
        heapq.heappush(waiting, item)
        newest = time if newest is None else max(newest, time)
        # Whatever still comes in time is at least newest - slack, and belongs behind what waits there.
        while waiting and waiting[0][0] <= newest - slack:
            yield heapq.heappop(waiting)

    while waiting:  # nothing can come any more
        yield heapq.heappop(waiting)
