# An exception tells what it was called with.
def double(number):
    if number != 21:
        raise ValueError(f"called with {number}")
    return 42
