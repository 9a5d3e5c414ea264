# Asks for a terabyte.
def double(number):
    return bytearray(2**40)
