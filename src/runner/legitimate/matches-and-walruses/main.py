# Newer syntax: match, positional-only arguments, exception groups, type parameters by hand.
import typing

T = typing.TypeVar("T")


def first(items: list[T], /) -> T:
    match items:
        case [head, *_] if (kept := head) is not None:
            return kept
        case _:
            raise LookupError


def double(number):
    try:
        raise ExceptionGroup("both", [ValueError(number), TypeError(number)])
    except* ValueError as group:
        one = group.exceptions[0].args[0]
    except* TypeError as group:
        other = first(list(group.exceptions)).args[0]
    return one + other
