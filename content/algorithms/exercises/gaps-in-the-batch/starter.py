def close_gaps(tokens, labels, padding):
    """Move the real tokens (and their labels) to the front, in place; return how many there are."""
    raise NotImplementedError
