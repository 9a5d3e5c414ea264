# caught by: the example
# Filling each hole with the last real token is quick and short, and it loses the order.
def close_gaps(tokens, labels, padding):
    if len(tokens) != len(labels):
        raise ValueError
    left, right = 0, len(tokens) - 1
    while left <= right:
        if tokens[left] != padding:
            left += 1
        else:
            tokens[left], tokens[right] = tokens[right], tokens[left]
            labels[left] = labels[right]
            right -= 1
    labels[left:] = [-100] * (len(labels) - left)
    return left
