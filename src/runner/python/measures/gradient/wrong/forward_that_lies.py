# caught by: against the forward pass of one's own
# says: expected
# Its forward pass agrees with nothing.
def loss(inputs, weights, targets):
    return 0.0


def backward(inputs, weights, targets):
    return 2 * inputs.T @ (inputs @ weights - targets) / len(targets)
