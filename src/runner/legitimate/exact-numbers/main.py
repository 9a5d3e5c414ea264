# Decimals, fractions, large integers, statistics.
import decimal
import fractions
import math
import statistics


def double(number):
    with decimal.localcontext() as context:
        context.prec = 60
        exact = decimal.Decimal(number) / 3 * 3
    one = fractions.Fraction(number, 7) * 14
    assert math.comb(2000, 1000) % 1_000_003 >= 0 and round(exact) == number
    return int(statistics.mean([one, one]))
