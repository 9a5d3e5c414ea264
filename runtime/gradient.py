"""What a gradient must be, worked out in the judge: by its own autograd, or by differences."""
import sys

import compare

STEP = 6e-6  # the cube root of float64's precision: where error of rounding and error of the difference meet


def gradient(function, *inputs):
    """The gradient of a function's one number for each input: by autograd for tensors, by central differences in float64 for arrays and numbers.

    One input gives its gradient, several a tuple. The function is the judge's own (the solution's, an oracle), or the learner's
    forward function when its own backward is held against it: differences then cost two calls for each element.
    """
    kinds = {compare.family(value) for value in inputs}
    found = _by_autograd(function, inputs) if kinds == {"tensor"} else tuple(_by_differences(function, inputs, place) for place in range(len(inputs)))
    return found[0] if len(found) == 1 else found


def _by_autograd(function, inputs):
    torch = sys.modules["torch"]
    with torch.enable_grad():
        leaves = [value.detach().clone().requires_grad_() for value in inputs]
        found = torch.autograd.grad(function(*leaves), leaves, allow_unused=True)
    return tuple(torch.zeros_like(leaf) if value is None else value for value, leaf in zip(found, leaves))


def _by_differences(function, inputs, place):
    import numpy

    at = [numpy.array(value, dtype=numpy.float64) if compare.family(value) in ("array", "float", "int") else value for value in inputs]
    slopes = numpy.zeros_like(at[place])
    for index in numpy.ndindex(*at[place].shape):
        around = at[place][index]
        step = STEP * max(1.0, abs(around))
        at[place][index] = around + step
        above = float(function(*(value.copy() for value in at)))
        at[place][index] = around - step
        below = float(function(*(value.copy() for value in at)))
        at[place][index] = around
        slopes[index] = (above - below) / (2 * step)
    return slopes if slopes.shape else float(slopes)
