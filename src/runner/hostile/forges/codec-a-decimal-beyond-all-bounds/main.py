# Cheap to write down, endless as an integer.
import decimal


def double(number):
    return [decimal.Decimal("1e999999"), decimal.Decimal("-Infinity")]
