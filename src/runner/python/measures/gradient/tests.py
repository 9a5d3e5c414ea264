"""A backward pass by hand: the gradient of the mean squared error of a linear map."""
from onsite import check, close, gradient


@check("a small map", visible=True)
def small(learner, rng):
    inputs, weights, targets = rng.normal(size=(4, 3)), rng.normal(size=3), rng.normal(size=4)
    close(learner.backward(inputs, weights, targets), gradient(lambda w: ((inputs @ w - targets) ** 2).mean(), weights), rtol=1e-5, atol=1e-7)


@check("against the forward pass of one's own")
def own(learner, rng):
    inputs, weights, targets = rng.normal(size=(5, 2)), rng.normal(size=2), rng.normal(size=5)
    by_inputs, by_weights = gradient(lambda x, w: learner.loss(x, w, targets), inputs, weights)
    close(learner.backward(inputs, weights, targets), by_weights, rtol=1e-5, atol=1e-7)
    close(by_inputs.sum(), gradient(lambda shift: ((inputs + shift) @ weights - targets) @ ((inputs + shift) @ weights - targets) / 5, 0.0), rtol=1e-4)
