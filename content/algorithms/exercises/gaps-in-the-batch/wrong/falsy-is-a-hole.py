# caught by: another padding number
# With padding 0, `if token` reads well; with any other padding it drops the token 0 and keeps the holes.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    write = 0
    for read, token in enumerate(tokens):
        if token:
            tokens[write], labels[write] = token, labels[read]
            write += 1
    tokens[write:] = [padding] * (len(tokens) - write)
    labels[write:] = [-100] * (len(labels) - write)
    return write
