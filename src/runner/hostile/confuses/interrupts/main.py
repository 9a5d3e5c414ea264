# What a person at the keyboard would raise.
def double(number):
    raise KeyboardInterrupt
