# caught by: the example
# A label of -100 usually marks padding, so it is taken as the sign of a hole.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    write = 0
    for read in range(len(tokens)):
        if tokens[read] != padding and labels[read] != -100:
            tokens[write], labels[write] = tokens[read], labels[read]
            write += 1
    tokens[write:] = [padding] * (len(tokens) - write)
    labels[write:] = [-100] * (len(labels) - write)
    return write
