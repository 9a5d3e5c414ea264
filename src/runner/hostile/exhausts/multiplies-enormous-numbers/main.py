# One operation that takes for ever and has no end in sight.
def double(number):
    return (10 ** (10**8)) ** 100
