"""The reference: canary-5b1f8c-of-the-hidden-checks."""


def double(number):
    return 2 * number
