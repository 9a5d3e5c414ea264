def in_order(readings, slack, too_late):
    """An iterator over (time, reading) in order of time; what arrives too late goes to too_late."""
    raise NotImplementedError
