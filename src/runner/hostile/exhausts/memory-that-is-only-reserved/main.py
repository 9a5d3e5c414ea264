# Asks for much and touches nothing, so that whoever looks at what is used sees nothing.
kept = bytearray(2**30)


def double(number):
    return 2 * number
