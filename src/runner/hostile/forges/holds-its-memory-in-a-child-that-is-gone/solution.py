"""The reference."""


def squares(n):
    return sum(number * number for number in range(n))
