# caught by: the example
# The padding at the end is filled in for the tokens; the stale labels behind it are easy to overlook.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    write = 0
    for read in range(len(tokens)):
        if tokens[read] != padding:
            tokens[write], labels[write] = tokens[read], labels[read]
            write += 1
    tokens[write:] = [padding] * (len(tokens) - write)
    return write
