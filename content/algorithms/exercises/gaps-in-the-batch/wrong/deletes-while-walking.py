# caught by: the example
# Deleting during a forward walk moves the next element under the cursor, so one of two neighbouring holes survives.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    size = len(tokens)
    for i, token in enumerate(tokens):
        if token == padding:
            del tokens[i], labels[i]
    count = len(tokens)
    tokens += [padding] * (size - count)
    labels += [-100] * (size - count)
    return count
