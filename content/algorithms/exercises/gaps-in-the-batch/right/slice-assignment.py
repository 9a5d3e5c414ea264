def close_gaps(tokens, labels, padding):
    """Build new lists, then pour them into the old ones."""
    pairs = [pair for pair in zip(tokens, labels, strict=True) if pair[0] != padding]
    missing = len(tokens) - len(pairs)
    tokens[:] = [token for token, _ in pairs] + [padding] * missing
    labels[:] = [label for _, label in pairs] + [-100] * missing
    return len(pairs)
