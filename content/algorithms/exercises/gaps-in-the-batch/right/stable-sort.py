def close_gaps(tokens, labels, padding):
    """False sorts before True and the sort is stable, so holes move to the end and nothing else moves."""
    if len(tokens) != len(labels):
        raise ValueError("one label per token")
    rows = sorted(zip(tokens, labels), key=lambda row: row[0] == padding)
    for i, (token, label) in enumerate(rows):
        tokens[i] = token
        labels[i] = -100 if token == padding else label
    return sum(token != padding for token in tokens)
