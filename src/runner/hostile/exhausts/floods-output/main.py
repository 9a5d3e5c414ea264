# Prints without end.
def double(number):
    while True:
        print("and another thing" * 100)
