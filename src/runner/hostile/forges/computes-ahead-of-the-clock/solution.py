"""The reference."""


def cubes(numbers):
    return [number**3 % 1_000_003 for number in numbers]
