# caught by: the example
# Assigning to a parameter looks like changing it; it only makes the local name point at another list.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    real = [(t, label) for t, label in zip(tokens, labels) if t != padding]
    gap = [padding] * (len(tokens) - len(real))
    tokens = [t for t, _ in real] + gap
    labels = [label for _, label in real] + [-100] * len(gap)
    return len(real)
