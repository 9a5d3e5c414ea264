# The plainest way not to end.
def double(number):
    while True:
        number += 1
