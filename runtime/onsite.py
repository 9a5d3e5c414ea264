"""What tests.py imports. docs/content-format.md says what each name means."""
import inspect

from compare import CheckFailed, close, equal, same_items
from gradient import gradient
from interval import measure
from measure import fast, grows, light
from remote import Calls, Counted, LearnerError, awaited, keep, raises, read, with_arguments
from slow import Slow

__all__ = [
    "Calls", "Counted", "LearnerError", "Slow", "awaited", "check", "close", "equal", "fail", "fast", "gradient", "grows", "keep", "light", "measure", "raises",
    "read", "require", "same_items", "with_arguments",
]

CATEGORIES = ("example", "correctness", "edge", "scale", "behaviour", "state")


class Check:
    def __init__(self, function, name, visible, category):
        self.function = function
        self.name = name
        self.visible = visible
        self.category = category
        self.wants = tuple(inspect.signature(function).parameters)


checks = []


def check(name, visible=False, category="correctness"):
    """Makes the function a check. It takes `learner` and, if it names them, `rng` and `solution`."""
    if category not in CATEGORIES:
        raise ValueError(f"check {name!r}: category {category!r} is none of {', '.join(CATEGORIES)}")
    if any(other.name == name for other in checks):
        raise ValueError(f"two checks are named {name!r}")

    def register(function):
        made = Check(function, name, visible, category)
        unknown = [want for want in made.wants if want not in ("learner", "rng", "solution")]
        if unknown or "learner" not in made.wants:
            raise ValueError(f"check {name!r} takes learner, rng and solution, not {', '.join(made.wants)}")
        checks.append(made)
        return function

    return register


def require(condition, message):
    """For a property: fails with the message, which says what was expected and what was got."""
    if not condition:
        raise CheckFailed(message)


def fail(message):
    """Fails the check."""
    raise CheckFailed(message)
