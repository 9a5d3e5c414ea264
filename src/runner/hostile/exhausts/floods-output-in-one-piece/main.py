# One line of a hundred megabytes.
def double(number):
    print("x" * 100_000_000)
    return 2 * number
