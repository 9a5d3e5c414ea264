# caught by: a small map, against the forward pass of one's own
# says: expected
def loss(inputs, weights, targets):
    return ((inputs @ weights - targets) ** 2).mean()


def backward(inputs, weights, targets):
    return 2 * inputs.T @ (inputs @ weights - targets)
