"""The reference."""


def widest(numbers):
    numbers = sorted(numbers)
    return max(after - before for before, after in zip(numbers, numbers[1:]))
