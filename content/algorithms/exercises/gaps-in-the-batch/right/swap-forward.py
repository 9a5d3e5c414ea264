def close_gaps(tokens, labels, padding):
    """Swap each real token with the first hole; the hole moves back, so no tail has to be filled with padding."""
    if len(tokens) - len(labels):
        raise ValueError
    hole = 0
    for here, token in enumerate(tokens):
        if token != padding:
            tokens[hole], tokens[here] = tokens[here], tokens[hole]
            labels[hole], labels[here] = labels[here], labels[hole]
            hole += 1
    labels[hole:] = [-100] * (len(labels) - hole)
    return hole
