def in_order(readings, slack, too_late):
    if slack < 0:
        raise ValueError("negative slack")
    return release(iter(readings), slack, too_late)


def release(readings, slack, too_late):
    # A list of tuples for each time that waits; few different times, so the smallest is looked for.
    buckets, newest = {}, None
    for item in readings:
        if newest is not None and item[0] < newest - slack:
            too_late(item)
            continue
        buckets.setdefault(item[0], []).append(item)
        newest = item[0] if newest is None or item[0] > newest else newest
        for time in sorted(time for time in buckets if time <= newest - slack):
            yield from buckets.pop(time)
    for time in sorted(buckets):
        yield from buckets[time]
