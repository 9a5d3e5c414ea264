def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError("tokens and labels differ in length")
    # Everything before `write` is final. `write <= read` holds throughout, so no unread token is overwritten.
    write = 0
    for read in range(len(tokens)):
        if tokens[read] != padding:
            tokens[write] = tokens[read]
            labels[write] = labels[read]
            write += 1
    # What lies behind `write` is stale: copies of tokens that have moved, and the labels of holes.
    for position in range(write, len(tokens)):
        tokens[position] = padding
        labels[position] = -100
    return write
