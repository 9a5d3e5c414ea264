# caught by: how much is taken
# Sorting is the shortest way to an order, and the feed in the first tests ends.
def in_order(readings, slack, too_late):
    if slack < 0:
        raise ValueError("slack must not be negative")
    return _in_order(readings, slack, too_late)


def _in_order(readings, slack, too_late):
    kept, newest = [], float("-inf")
    for item in readings:
        if item[0] < newest - slack:
            too_late(item)
        else:
            kept.append(item)
            newest = max(newest, item[0])
    yield from sorted(kept, key=lambda item: item[0])
