# caught by: a large batch
# Deleting from the back is correct, and every deletion still moves everything behind it.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    size = len(tokens)
    for i in reversed(range(size)):
        if tokens[i] == padding:
            del tokens[i]
            del labels[i]
    count = len(tokens)
    tokens += [padding] * (size - count)
    labels += [-100] * (size - count)
    return count
