# Output that nobody sees is counted all the same.
def double(number):
    while number != 21:
        print("and another thing" * 100)
    return 42
