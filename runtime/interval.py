"""A number measured in several worlds, held against a limit together with the chance that is in it.

The interval is that of the mean, 99 %: Student's t, or Wilson's where the values are yes and no. Wholly inside the limits is
*met*, wholly outside is *missed*; one that a limit cuts is *marginal* and goes by its mean: a right answer is not refused for a
margin that more worlds would show, and authors prove that no answer of theirs lies so near.
"""
import math
from statistics import NormalDist, fmean, stdev

from compare import CheckFailed
from rival import BrokenExercise

CONFIDENCE = 0.99
FEWEST = 4
taken = []  # the figures of the check that runs now


class NotMet(CheckFailed):
    """A figure is not within its limits. What it says gives no answer away, so learners read it of hidden checks too."""


def measure(name, values, least=None, most=None, unit=""):
    """Holds the mean of the values, one of each world, to `least` and `most`. The check fails when it ends, so that all of its figures are told."""
    numbers = [float(value) for value in values]
    if least is None and most is None:
        raise BrokenExercise(f"{name!r} is held against nothing: give least, most or both")
    if len(numbers) < FEWEST:
        raise BrokenExercise(f"{name!r} is measured in {len(numbers)} worlds: {FEWEST} are the fewest")
    if not all(map(math.isfinite, numbers)):
        raise NotMet(f"{name}: expected a number from every world, got {next(one for one in numbers if not math.isfinite(one))}")
    yes_or_no = all(type(value).__name__ in ("bool", "bool_") for value in values)
    mean, low, high = _proportion(numbers) if yes_or_no else _mean(numbers)
    limits = {key: float(limit) for key, limit in (("least", least), ("most", most)) if limit is not None}
    verdict = _verdict(low, high, **limits)
    passed = verdict == "met" or (verdict == "marginal" and _verdict(mean, mean, **limits) == "met")
    taken.append(
        {"name": name, "unit": unit, "worlds": len(numbers), "mean": mean, "low": low, "high": high, **limits, "verdict": verdict, "passed": passed}
    )


def require_met():
    """At the end of a check."""
    missed = [_sentence(one) for one in taken if not one["passed"]]
    if missed:
        raise NotMet("\n".join(missed))


def _verdict(low, high, least=-math.inf, most=math.inf):
    if least <= low and high <= most:
        return "met"
    return "missed" if high < least or most < low else "marginal"


def _sentence(figure):
    unit = f" {figure['unit']}" if figure["unit"] else ""
    limits = [f"{word} {figure[key]:.4g}{unit}" for key, word in (("least", "at least"), ("most", "at most")) if key in figure]
    return (
        f"{figure['name']}: expected {' and '.join(limits)}, got {figure['mean']:.3g}{unit}"
        f" ({figure['verdict']}: 99 % interval {figure['low']:.3g} to {figure['high']:.3g}, {figure['worlds']} worlds)"
    )


def _mean(numbers):
    mean = fmean(numbers)
    half = students_t(len(numbers) - 1) * stdev(numbers) / math.sqrt(len(numbers))
    return mean, mean - half, mean + half


def _proportion(numbers):
    """Wilson's interval: twenty of twenty do not show that it is always so."""
    n, share = len(numbers), fmean(numbers)
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return share, centre - half if share > 0 else 0.0, centre + half if share < 1 else 1.0


def students_t(freedom):
    """The quantile that leaves the confidence in the middle, by halving; the distribution's closed form for whole degrees of freedom."""
    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        if _within(middle, freedom) < CONFIDENCE:
            low = middle
        else:
            high = middle
    return high


def _within(t, freedom):
    """How likely Student's t lies between -t and t (Abramowitz and Stegun, 26.7.3 and 26.7.4)."""
    angle = math.atan(t / math.sqrt(freedom))
    square = math.cos(angle) ** 2
    total, term = 0.0, math.cos(angle) if freedom % 2 else 1.0
    for k in range(1 + freedom % 2, freedom, 2):
        total += term
        term *= square * k / (k + 1)
    inner = math.sin(angle) * total
    return 2 / math.pi * (angle + inner) if freedom % 2 else inner
